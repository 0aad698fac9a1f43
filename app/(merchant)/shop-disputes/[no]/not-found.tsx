export { CaseMissing as default } from '@/components/after-sales/case/case-missing'
