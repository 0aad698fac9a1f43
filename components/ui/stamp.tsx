import { cva } from 'class-variance-authority'

const outlined = 'shadow-[inset_0_0_0_1px_var(--color-line-control)]'

const stampClass = cva('inline-block size-4 flex-none rounded-xs text-center text-2xs font-normal', {
  variants: {
    look: {
      merchant: 'bg-accent text-on-accent',
      buyer: ['text-ink', outlined],
      platform: 'bg-frozen text-surface',
      system: 'bg-pressed text-ink-2',
      upcoming: ['text-ink-3', outlined],
    },
  },
})

export type StampProps = {
  party: 'merchant' | 'buyer' | 'platform' | 'system'
  /** 商 买 台 系, M B P S */
  letter: string
  /** The party's name, for who does not see the stamp. */
  label: string
  /** It has not happened yet. */
  upcoming?: boolean
  className?: string
}

/** Who did it: solid for merchant and platform, outlined for the buyer, grey for the system. */
export function Stamp({ party, letter, label, upcoming = false, className }: StampProps) {
  return (
    <span aria-label={label} className={stampClass({ look: upcoming ? 'upcoming' : party, className })} role="img">
      {letter}
    </span>
  )
}
