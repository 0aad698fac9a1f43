import { act } from './actions'

export const dynamic = 'force-dynamic'

export default function Page() {
  return <form action={act} />
}
