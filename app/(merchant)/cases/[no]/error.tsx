'use client'

export { CaseError as default } from '@/components/after-sales/case/case-error'
