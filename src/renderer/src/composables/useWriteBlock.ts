import { computed, type ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePermission } from '@renderer/services/permission'

/** Why this account can not write, for buttons that would; '' when it can. */
export function useWriteBlock(): ComputedRef<string> {
  const { t } = useI18n()
  const permission = usePermission()
  return computed(() => permission.readOnly ? t('permission.blocked') : '')
}
