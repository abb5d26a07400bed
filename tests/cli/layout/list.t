# The six layouts first, then the 23 destinations in the order of schemas/iten.toml.
$ daicho layout list
id                              version  items  cp932  utf-8  utf-16  name
juki                            1.0         81  6,603  9,733   6,946  住民票
atena                           1.0         38  2,341  3,379   2,606  団体内統合宛名
kengen                          1.0          4     42     42      84  所属利用事務権限
access-log                      1.0         13    702    982     844  個人番号アクセスログ
honnin                          1.0         36  1,584  2,284   1,768  本人確認情報
soufusaki                       1.0         61  3,451  4,875   4,054  送付先情報
iten.01-shiminzei               1.0         45  3,278  4,818   3,476  市民部 市民税課 個人住民税
iten.02-shisanzei               1.0         33  2,742  4,042   2,884  市民部 資産税課 固定資産税
iten.03-nozei                   1.0         37  3,165  4,665   3,330  市民部 納税課 収納
iten.04-kokuho                  1.0         55  4,001  5,881   4,242  市民部 保険年金課 国民健康保険
iten.05-nenkin                  1.0         40  2,665  3,905   2,850  市民部 保険年金課 国民年金
iten.06-koki-koreisha           1.0         50  3,891  5,731   4,102  市民部 保険年金課 後期高齢者医療
iten.07-kaigo                   1.0         50  3,891  5,731   4,102  福祉保健部 介護福祉課 介護保険
iten.08-rojin-fukushi           1.0         32  2,552  3,752   2,704  福祉保健部 介護福祉課 老人福祉
iten.09-seikatsu-hogo           1.0         57  4,401  6,481   4,642  福祉保健部 地域福祉課 生活保護
iten.10-chugoku-zanryu          1.0         40  2,747  4,027   2,934  福祉保健部 地域福祉課 中国残留邦人等支援
iten.11-shogai-sogo-shien       1.0         42  3,778  5,578   3,956  福祉保健部 自立生活支援課 障害者総合支援
iten.12-shintai-shogai          1.0         33  2,742  4,042   2,884  福祉保健部 自立生活支援課 身体障害者福祉
iten.13-chiteki-shogai          1.0         33  2,742  4,042   2,884  福祉保健部 自立生活支援課 知的障害者福祉
iten.14-tokubetsu-shogai-teate  1.0         32  2,552  3,752   2,704  福祉保健部 自立生活支援課 特別障害者手当等
iten.15-yobo-sesshu             1.0         33  2,742  4,042   2,884  福祉保健部 健康課 予防接種
iten.16-boshi-hoken             1.0         42  3,778  5,578   3,956  福祉保健部 健康課 母子保健
iten.17-kenko-zoshin            1.0         32  2,730  4,030   2,860  福祉保健部 健康課 健康増進
iten.18-jido-teate              1.0         55  4,001  5,881   4,242  子ども家庭部 子育て支援課 児童手当
iten.19-jido-fuyo-teate         1.0         47  3,806  5,606   4,012  子ども家庭部 子育て支援課 児童扶養手当
iten.20-hitorioya               1.0         32  2,552  3,752   2,704  子ども家庭部 子育て支援課 ひとり親支援
iten.21-hoiku                   1.0         42  3,193  4,693   3,386  子ども家庭部 保育課 教育・保育給付
iten.22-shogaiji-tsusho         1.0         37  3,165  4,665   3,330  子ども家庭部 児童発達支援担当 障害児通所給付
iten.23-iryohi-josei            1.0         37  2,580  3,780   2,760  子ども家庭部・福祉保健部 医療費助成等

$ daicho layout list --lang ja | head -2
id                              版   項目  cp932  utf-8  utf-16  名称
juki                            1.0    81  6,603  9,733   6,946  住民票

# A folder of one's own adds its layouts after the six.
$ mkdir own; sed 's/^id = "kengen"/id = "small"/' $SOURCE/schemas/kengen.toml >own/small.toml; daicho layout list --schemas own | sed -n 7,8p
soufusaki                       1.0         61  3,451  4,875   4,054  送付先情報
small                           1.0          4     42     42      84  所属利用事務権限

$ daicho layout list --schemas none
! daicho: no such folder of schemas: none
? 2

$ daicho layout list juki
! daicho: too many operands for 'layout list'
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2

$ daicho layout
! daicho: 'layout' needs one of: layout check, layout diff, layout list, layout show
! Try 'daicho help' or 'daicho COMMAND --help'.
? 2
