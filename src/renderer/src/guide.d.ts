/** A chapter of the user guide, made into a component when the program is built (scripts/guide/chapterPages.mjs). */
declare module '@guide/*.md' {
  import type { DefineComponent } from 'vue'

  const chapter: DefineComponent & { chapter: string, title: string, sections: { id: string, title: string }[] }
  export default chapter
}
