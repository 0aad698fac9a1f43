/**
 * What lists of stolen passwords begin with, of those that are long enough here, and what they become in this trade's
 * language. Not the lists themselves: most of what they hold is too short to be chosen.
 */
const COMMON = `
  0123456789 01234567890 1234567890 12345678900 12345678901 12345678910 123456789012 1234567891 12345678912345 123456789123
  1234554321 1231231231 123123123123 1122334455 112233445566 1223334444 9876543210 0987654321 09876543210 1029384756
  0102030405 1472583690 147258369147 123456123456 1234512345 12341234123 1357924680 2468013579 5201314520 1314520520
  13145201314 520520520520 5205201314 1234567899 1234567887654321 123456qwerty 123456abcdef 123456asdf 1234567890q
  1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3r4t5 q1w2e3r4t5y6 1qaz2wsx3edc 1qaz2wsx3edc4rfv qaz123wsx456 1qazxsw23edc
  zaq12wsxcde3 zaq1xsw2cde3 qazwsxedcrfv qazwsxedc123 qwertyuiop qwertyuiop123 qwertyuiop1 qwerty12345 qwerty123456
  qwerty1234 qwertyqwerty qwert12345 qwer123456 qwer12345678 asdfghjkl1 asdfghjkl123 asdfghjklqwerty asdf123456 asdfasdfasdf
  zxcvbnm123 zxcvbnm1234 zxcvbnmasdfghjkl zxcvbnm123456 qweasdzxc123 123qweasdzxc qweqweqwe123 123qwe123qwe 1234qwerasdf
  password01 password11 password12 password123 password1234 password12345 password123456 passwordpassword mypassword
  mypassword1 mypassword123 newpassword newpassword1 yourpassword secretpassword thepassword passw0rd12 passw0rd123
  p@ssw0rd12 p@ssw0rd123 p@ssword123 pa55word123 p4ssw0rd123 admin12345 admin123456 admin1234567 adminadmin administrator
  administrator1 administrator123 admin@1234 admin@12345 root123456 rootroot123 test123456 testtest123 testtesttest guest123456
  user123456 welcome123 welcome1234 welcome@123 changeme123 changemeplease letmein123 letmeinnow default123 defaultpassword
  iloveyou12 iloveyou123 iloveyou1234 iloveyou520 iloveyou1314 iloveyouforever ihateyou123 woaini1314 woaini520520 woaini1314520
  woaini123456 woaini5201314 wo5201314520 woaiwojia123 woaini12345 aini1314520 laopowoaini wodemima123 mima123456 mima12345678
  a123456789 aa123456789 a1234567890 ab123456789 abc1234567 abc12345678 abc123456789 abcd123456 abcd12345678 abcdefg123
  abcdefghijk abcdefg1234 abcabc123456 aaa123456789 q123456789 qq123456789 qq1234567890 w123456789 z123456789 zz123456789
  s123456789 l123456789 123456789a 123456789q 123456789z 1234567890a 123456789abc 123456789qq 12345678abc 987654321a
  asd123456789 asd1234567 zxc123456789 qwe123456789 qwe1234567 qaz1234567 wang123456 zhang123456 wangwang123 li123456789
  taobao123456 kuaishou123 kuaishou123456 shop123456 dianpu123456 kefu123456 shouhou123 sunshine123 princess123 football123
  baseball123 basketball basketball1 superman123 spiderman123 batman12345 dragon12345 monkey12345 shadow12345 master12345
  michael123 jennifer123 christopher alexander1 elizabeth1 charlotte1 jacqueline stephanie1 strawberry chocolate1 chocolate123
  butterfly1 blink18200 liverpool1 liverpool123 manchester manchester1 barcelona1 realmadrid1 juventus123 computer123 internet123
  starwars123 pokemon123 minecraft1 minecraft123 whatever123 trustno1trustno1 hello12345 helloworld hello123456 helloworld1
  afterdesk1 afterdesk123 afterdesk-demo
`

const known = new Set(COMMON.split(/\s+/))

/** Whatever its capitals and spaces, and whatever sign stands at its end. */
export function isCommonPassword(password: string): boolean {
  const folded = password.toLowerCase().replaceAll(/\s/g, '')
  return folded !== '' && (known.has(folded) || known.has(folded.replace(/[!.?*#@$~]+$/, '')))
}
