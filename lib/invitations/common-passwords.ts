import { dictionary } from '@zxcvbn-ts/language-common'

/** What lists of stolen passwords do not begin with, but this trade and its language do. */
const OURS = `
  0123456789 12345678912345 1231231231 123123123123 9876543210 0987654321 09876543210 147258369147 123456123456
  1234512345 12341234123 5201314520 1314520520 13145201314 520520520520 5205201314 123456abcdef 123456asdf
  1q2w3e4r5t6y7u qwertyqwerty qwer123456 qwer12345678 asdfghjklqwerty asdf123456 asdfasdfasdf zxcvbnmasdfghjkl
  zxcvbnm123456 qweqweqwe123 password12345 password123456 mypassword1 mypassword123 newpassword1 yourpassword
  secretpassword thepassword passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 pa55word123 p4ssw0rd123
  admin12345 admin123456 admin1234567 adminadmin administrator1 administrator123 admin@1234 admin@12345 root123456
  rootroot123 test123456 testtest123 testtesttest guest123456 user123456 welcome1234 welcome@123 changeme123
  changemeplease default123 defaultpassword iloveyou1234 iloveyou520 iloveyou1314 iloveyouforever ihateyou123
  woaini1314 woaini520520 woaini1314520 woaini123456 woaini5201314 wo5201314520 woaiwojia123 woaini12345 aini1314520
  laopowoaini wodemima123 mima123456 mima12345678 ab123456789 abc1234567 abc12345678 abcd12345678 abcdefg123
  abcdefghijk abcdefg1234 abcabc123456 aaa123456789 qq1234567890 w123456789 zz123456789 l123456789 12345678abc
  asd123456789 asd1234567 zxc123456789 qwe123456789 qaz1234567 wang123456 zhang123456 wangwang123 li123456789
  taobao123456 kuaishou123 kuaishou123456 shop123456 dianpu123456 kefu123456 shouhou123 sunshine123 princess123
  baseball123 spiderman123 batman12345 dragon12345 monkey12345 shadow12345 master12345 jennifer123 chocolate123
  blink18200 liverpool123 barcelona1 realmadrid1 juventus123 computer123 internet123 minecraft1 whatever123
  trustno1trustno1 hello12345 hello123456 helloworld1 afterdesk1 afterdesk123 afterdesk-demo
`

const known = new Set([...dictionary['passwords-common'], ...OURS.trim().split(/\s+/)])

/** Whatever its capitals and spaces, and whatever signs stand at its end. */
export function isCommonPassword(password: string): boolean {
  const folded = password.toLowerCase().replaceAll(/\s/g, '')
  return known.has(folded) || known.has(folded.replace(/[!.?*#@$~]+$/, ''))
}
