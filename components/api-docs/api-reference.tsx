'use client'

import './api-reference.css'
import './schemas.css'

/** The viewer of the API's document. It brings its own React, so it gets an element of its own. */
export function ApiReference() {
  return <div className="api-reference" lang="en" ref={show} />
}

function show(element: HTMLDivElement | null) {
  if (!element) return
  const domNode = document.createElement('div')
  element.append(domNode)
  import('swagger-ui-dist/swagger-ui-es-bundle.js').then(({ default: SwaggerUI }) =>
    SwaggerUI({
      domNode,
      url: '/api/openapi.json',
      deepLinking: true,
      filter: true,
      docExpansion: 'list',
      defaultModelsExpandDepth: 0,
      defaultModelExpandDepth: 1,
      displayRequestDuration: true,
      syntaxHighlight: false,
      // nothing is sent to a validator, no key is kept
      validatorUrl: null,
      persistAuthorization: false,
    }),
  )
  return () => domNode.remove()
}
