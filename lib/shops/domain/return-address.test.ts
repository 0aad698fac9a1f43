import { describe, expect, test } from 'vitest'
import { type AddressText, faultsOf, isSameAddress, tidyAddress } from './return-address'

const GOOD: AddressText = {
  name: '南栀售后',
  phone: '0575-84110288',
  region: '浙江省 绍兴市 柯桥区',
  detail: '齐贤街道 纺都路 88 号 2 号仓',
}
const written = (change: Partial<AddressText>) => tidyAddress({ ...GOOD, ...change })

describe('a phone', () => {
  test.each([
    ['13800006021', '13800006021'],
    [' 138 0000 6021 ', '13800006021'],
    ['138-0000-6021', '13800006021'],
    ['+86 13800006021', '13800006021'],
    ['008613800006021', '13800006021'],
    ['１３８００００６０２１', '13800006021'],
    ['13800006021 转 4417', '13800006021-4417'],
    ['0575-84110288', '0575-84110288'],
    ['057584110288', '057584110288'],
    ['0575 8411 0288', '057584110288'],
    ['(0575)84110288', '0575-84110288'],
    ['（0575） 84110288－12', '0575-84110288-12'],
    ['010-65120288', '010-65120288'],
    ['021–65120288 分机：803', '021-65120288-803'],
    ['0575-8411028 ext. 3', '0575-8411028-3'],
    ['400-820-8820', '400-820-8820'],
    ['4008208820', '4008208820'],
    ['800 820 8820', '8008208820'],
  ])('written %j is kept as %j', (typed, kept) => {
    const address = written({ phone: typed })
    expect(address.phone).toBe(kept)
    expect(faultsOf(address)).toEqual([])
  })

  test.each([
    ['one digit short', '1380000602'],
    ['one digit long', '138000060211'],
    ['of no operator', '12800006021'],
    ['without an area code', '84110288'],
    ['of Beijing, one digit short', '010-6512028'],
    ['with a long extension', '0575-84110288-1234567'],
    ['with half an extension', '0575-84110288-'],
    ['that is none', '找客服要'],
    ['from abroad', '+1 415 555 0100'],
  ])('%s is refused', (_, phone) => {
    expect(faultsOf(written({ phone }))).toEqual([{ path: 'phone', code: 'phoneShape' }])
  })
})

describe('a region', () => {
  test.each([
    ['浙江省绍兴市柯桥区', '浙江省绍兴市柯桥区'],
    ['浙江 / 绍兴 / 柯桥', '浙江 绍兴 柯桥'],
    ['浙江省、绍兴市，柯桥区', '浙江省 绍兴市 柯桥区'],
    ['北京市　朝阳区', '北京市 朝阳区'],
    ['内蒙古自治区锡林郭勒盟苏尼特左旗', '内蒙古自治区锡林郭勒盟苏尼特左旗'],
    ['Zhejiang Shaoxing', 'Zhejiang Shaoxing'],
  ])('written %j is kept as %j', (typed, kept) => {
    const address = written({ region: typed })
    expect(address.region).toBe(kept)
    expect(faultsOf(address)).toEqual([])
  })

  test.each(['浙江', '绍兴市', 'Zhejiang'])('%j alone is refused', (region) => {
    expect(faultsOf(written({ region }))).toEqual([{ path: 'region', code: 'regionShape' }])
  })
})

describe('an address', () => {
  test('with nothing in it has four faults, in the order of its fields', () => {
    expect(faultsOf(tidyAddress({ name: ' ', phone: '', region: '\n', detail: '\t' }))).toEqual(
      ['name', 'phone', 'region', 'detail'].map((path) => ({ path, code: 'missing' })),
    )
  })

  test.each([
    [{ name: '栀'.repeat(64) }, []],
    [{ name: '🧵'.repeat(65) }, [{ path: 'name', code: 'tooLong', limit: 64 }]],
    [{ detail: '8 号' }, [{ path: 'detail', code: 'tooShort', limit: 4 }]],
    [{ detail: '88 号' }, []],
    [{ detail: '号'.repeat(200) }, []],
    [{ detail: '号'.repeat(201) }, [{ path: 'detail', code: 'tooLong', limit: 200 }]],
    [{ name: '南栀\u202e后售' }, [{ path: 'name', code: 'unprintable' }]],
    [{ detail: '纺都路 88 号\u001b[2J' }, [{ path: 'detail', code: 'unprintable' }]],
    [{ detail: '纺都路\n88 号' }, []],
  ])('%j has the faults %j', (change, faults) => {
    expect(faultsOf(written(change))).toEqual(faults)
  })

  test.each<[string, Partial<AddressText>, boolean]>([
    ['with other blanks', { detail: '齐贤街道纺都路88号2号仓' }, true],
    ['in full width', { detail: '齐贤街道 纺都路 ８８ 号 ２ 号仓' }, true],
    ['with the phone in one', { phone: '057584110288' }, true],
    ['with another extension', { phone: '0575-84110288-2' }, false],
    ['for somebody else', { name: '南栀大件仓' }, false],
    ['next door', { detail: '齐贤街道 纺都路 88 号 1 号仓' }, false],
  ])('%s is the same: %s', (_, change, same) => {
    expect(isSameAddress(GOOD, { ...GOOD, ...change })).toBe(same)
  })
})
