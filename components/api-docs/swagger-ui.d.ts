/** The part of the viewer that we use; it brings no types. */
declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Options = {
    domNode: HTMLElement
    url: string
    deepLinking?: boolean
    filter?: boolean
    docExpansion?: 'list' | 'full' | 'none'
    defaultModelsExpandDepth?: number
    defaultModelExpandDepth?: number
    displayRequestDuration?: boolean
    validatorUrl?: null
    persistAuthorization?: boolean
    syntaxHighlight?: false
  }
  export default function SwaggerUI(options: Options): unknown
}
