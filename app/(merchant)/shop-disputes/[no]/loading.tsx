export { CaseLoading as default } from '@/components/after-sales/case/case-loading'
