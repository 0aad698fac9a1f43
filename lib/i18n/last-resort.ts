/** For when not even the messages can be reached. */
export const LAST_RESORT = {
  title: '售后台没有打开 · Afterdesk did not open',
  body: '倒计时照常走。你已经做的决定没有丢。The clocks run on. What you decided is not lost.',
  retry: '再试一次 · Try again',
} as const
