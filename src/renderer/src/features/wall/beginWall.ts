import { createApp } from 'vue'
import type { WallBridge } from '@shared/ipc/wallBridge'
import WallPage from './WallPage.vue'

/** Starts the page of a window on a wall: pictures come from main in words, so that it needs neither stores nor texts. */
export function beginWall(wall: WallBridge): void {
  createApp(WallPage, { wall }).mount('#app')
}
