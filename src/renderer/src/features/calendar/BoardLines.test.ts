// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import BoardLines from './BoardLines.vue'

const lines = (line: number, from: number, to: number) =>
  mount(BoardLines, { props: { line, seconds: { from, to } } }).findAll('.line')
    .map((drawn) => `${drawn.attributes('style')!.replace(/\D/g, '')}${drawn.classes('hour') ? ' hour' : ''}`)

describe('BoardLines', () => {
  it('draws the lines of the shown hours, full hours stronger', () => {
    expect(lines(30, 7.25 * 3600, 9 * 3600)).toEqual(['450', '480 hour', '510', '540 hour'])
  })

  it('draws each hour where the scale has wider steps', () => {
    expect(lines(120, 6 * 3600, 8 * 3600)).toEqual(['360 hour', '420 hour', '480 hour'])
  })

  it('draws none for the midnight that ends the day', () => {
    expect(lines(60, 22 * 3600, 24 * 3600)).toEqual(['1320 hour', '1380 hour'])
  })
})
