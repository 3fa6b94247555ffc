import { contextBridge, ipcRenderer } from 'electron'
import { wallChannels, type WallBridge } from '@shared/ipc/wallBridge'

/** A page on a wall may look, and be told to look again. */
const bridge: WallBridge = {
  look: () => ipcRenderer.invoke(wallChannels.look),
  onChange(listener) { ipcRenderer.on(wallChannels.changed, () => { listener() }) },
}

contextBridge.exposeInMainWorld('wall', bridge)
