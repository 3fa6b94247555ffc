import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

/** Who may import whom: the second of two enforcements, beside the tsconfig references. Tests may reach further. */
const only = (files, ignores, patterns, paths = []) => ({
  files,
  ignores: [...ignores, '**/*.test.ts', '**/testing/**'],
  rules: { 'no-restricted-imports': ['error', { paths, patterns }] },
})
const layer = (regex, message) => ({ regex, message })
const electron = { name: 'electron', message: 'Electron stays in src/main/electron, src/main/index.ts and src/preload.' }
const demo = layer('^@demo/|/demo/', 'The demo clinic is a server of its own; the program reaches it over HTTP only.')
const typed = ['src/**/*.ts', 'src/**/*.vue', 'e2e/**/*.ts']

export default ts.config(
  { ignores: ['out', 'dist', 'node_modules', 'test-results'] },
  ts.configs.recommended,
  vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: typed,
    languageOptions: {
      parserOptions: {
        project: ['src/*/tsconfig.json', 'e2e/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'max-len': ['error', { code: 140, ignoreUrls: true, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true }],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-console': 'error',
      semi: ['error', 'never'],
      quotes: ['error', 'single', { avoidEscape: true }],
      'comma-dangle': ['error', 'always-multiline'],
    },
  },
  { files: ['**/*.test.*', 'e2e/**', 'bench/**', 'src/demo/samples/**'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['scripts/**', 'src/demo/cli.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.vue'],
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      // Every text comes from the locale files.
      'vue/no-bare-strings-in-template': ['error', { allowlist: ['–', '·', '…', '/', '%', '+', '−', ':', ','] }],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/html-self-closing': ['error', { html: { void: 'any' } }],
      'vue/multi-word-component-names': 'off',
      'max-lines-per-function': 'off',
    },
  },
  only(['src/shared/**'], [], [layer('^(?!\\.|valibot$)', 'shared depends on nothing but the schema library.')]),
  only(['src/preload/**'], [], [layer('^(?!electron$|@shared/ipc/)', 'preload knows Electron and the contract.')]),
  only(['src/demo/**'], [], [layer('^@(shared|main|renderer)/', 'The demo clinic knows the API by its documentation alone.')], [electron]),
  only(
    ['src/main/**'],
    ['src/main/electron/**', 'src/main/index.ts'],
    [demo, layer('/electron/', 'Ask for a port instead; adapters are wired in src/main/index.ts.')],
    [electron],
  ),
  only(['src/main/electron/**', 'src/main/index.ts'], [], [demo]),
  only(['src/renderer/**'], ['src/renderer/src/features/**', 'src/renderer/src/ui/**', 'src/renderer/src/router.ts'], [], [electron]),
  only(
    ['src/renderer/src/features/**'],
    [],
    [layer('^@renderer/features/|^\\.\\./', 'A feature never reaches into another feature; use ./ inside it and @renderer/ outside.')],
    [electron],
  ),
  only(['src/renderer/src/ui/**'], [], [layer('^@shared/|^@renderer/|^\\.\\./', 'ui knows Vue and its own folder, nothing else of ours.')], [electron]),
)
