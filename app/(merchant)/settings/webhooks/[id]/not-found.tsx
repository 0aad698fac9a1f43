import { EndpointGone } from '@/components/settings/webhooks/endpoint-gone'

export default function EndpointNotFound() {
  return <EndpointGone />
}
