/** What is seen before a page is: the page's own surface (--surface). */
export const surfaces = { light: '#fbfcfc', dark: '#101417', contrastLight: '#ffffff', contrastDark: '#000000' }
