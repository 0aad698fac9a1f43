export { default } from '../bare/next.config.js'
