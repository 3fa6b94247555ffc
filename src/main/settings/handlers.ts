import * as v from 'valibot'
import type { Handlers } from '@main/ipc/router'
import { settingsChangeSchema, settingsSchema } from '@shared/domain/settings'
import type { Settings } from './settings'

/** The calls `settings:*`. */
export const settingsHandlers = ({ settings }: { settings: Settings }): Handlers<'settings'> => ({
  'settings:read': { input: v.void(), output: settingsSchema, run: settings.read },
  'settings:change': { input: settingsChangeSchema, output: settingsSchema, run: settings.change },
})
