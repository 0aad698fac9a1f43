/** Who can sign in to the demo: one of each. The sandbox only; its data are made up. */
export const DEMO_SIGN_INS: { role: 'AGENT' | 'MANAGER' | 'SUPPORT'; email: string; password: string }[] = [
  { role: 'AGENT', email: 'linxiao@nanzhi.example', password: 'afterdesk-demo' },
  { role: 'MANAGER', email: 'zhouning@nanzhi.example', password: 'afterdesk-demo' },
  { role: 'SUPPORT', email: 'support@afterdesk.example', password: 'afterdesk-demo' },
]
