import { expect, it } from 'vitest'
import en from '@shared/locales/en.json'
import { version } from '../../../../../package.json'
import { lineOf, newsOf, points } from './points'

it('are of the version that is built', () => { expect(newsOf).toBe(lineOf(version)) })

it('have words for each, and no words besides', () => { expect(Object.keys(en.news.points)).toEqual([...points]) })
