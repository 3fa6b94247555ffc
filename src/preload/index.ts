import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { calls, events, type Bridge } from '@shared/ipc/contract'

const bridge: Bridge = {
  async invoke(call, input) {
    if (!Object.hasOwn(calls, call)) throw new TypeError('unknown call')
    return ipcRenderer.invoke(call, input)
  },
  on(event, listener) {
    if (!Object.hasOwn(events, event)) throw new TypeError('unknown event')
    const forward = (_: IpcRendererEvent, payload: Parameters<typeof listener>[0]) => { listener(payload) }
    ipcRenderer.on(event, forward)
    return () => { ipcRenderer.off(event, forward) }
  },
}

contextBridge.exposeInMainWorld('desk', bridge)
