import * as v from 'valibot'

/** Colours: the system's, or one of four. */
export const themeSchema = v.picklist(['system', 'light', 'dark', 'contrastLight', 'contrastDark'])
export type Theme = v.InferOutput<typeof themeSchema>

/** How much stands on a screen. */
export const densitySchema = v.picklist(['comfortable', 'compact'])
export type Density = v.InferOutput<typeof densitySchema>

export interface Look { theme: Theme, density: Density }

/** What the style sheets read on <html>, as data-theme, data-contrast and data-density; what is missing is the system's or the ordinary. */
export interface LookMarks { theme?: 'light' | 'dark', contrast?: 'more', density?: 'compact' }

const schemes: Record<Theme, LookMarks> = {
  system: {}, light: { theme: 'light' }, dark: { theme: 'dark' },
  contrastLight: { theme: 'light', contrast: 'more' }, contrastDark: { theme: 'dark', contrast: 'more' },
}

/** The marks of a look. Where the theme is the system's, `systemContrast` says whether people asked that for more contrast. */
export const marksOf = ({ theme, density }: Look, systemContrast = false): LookMarks => ({
  ...schemes[theme],
  ...theme === 'system' && systemContrast && { contrast: 'more' },
  ...density === 'compact' && { density },
})
