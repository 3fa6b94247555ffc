import { useI18n } from 'vue-i18n'
import type { OutboxEntry } from '@shared/domain/outbox'
import type { Notice } from '@renderer/services/notices'
import { useErrorText } from './useErrorText'

/** Says in words what became of a create; `name` is what it is called in a sentence. */
export function useOutcome(): (entry: OutboxEntry, name: string) => Notice {
  const { t } = useI18n()
  const { sentence } = useErrorText()

  return (entry, name) => {
    const what = t(`outcome.what.${entry.create.kind}`, { name })
    switch (entry.state) {
      case 'waiting':
      case 'sending':
      case 'checking':
      case 'notMade': return { tone: entry.state === 'notMade' ? 'warning' : 'info', text: t(`outcome.${entry.state}`, { what }) }
      case 'uncertain': return { tone: 'warning', text: t('outcome.uncertain', { what }) }
      case 'refused': return { tone: 'danger', text: t('outcome.refused', { what, reason: entry.error ? sentence(entry.error) : '' }).trim() }
      case 'made': return { tone: 'success', text: t(entry.foundAfterwards ? 'outcome.foundAfterwards' : 'outcome.made', { what }) }
    }
  }
}
