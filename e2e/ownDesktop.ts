/** Each worker has a desktop of its own: windows of two would take each other's focus, and notifications would reach both. */
const desktops = JSON.parse(process.env['CLINIC_DESKTOPS'] ?? '[]') as Record<string, string>[]
Object.assign(process.env, desktops[Number(process.env['VITEST_POOL_ID'] ?? 1) - 1])
