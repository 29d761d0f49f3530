//! Words that anybody may have for a name: one that is a slip away from a brand's is no lookalike.

/// Whether a label, in lower case as it was written, is a word of every day.
pub(super) fn is_common(label: &str) -> bool {
    WORDS.split(' ').any(|word| word == label)
}

/// English, from four letters on; a shorter name is looked for nowhere.
const WORDS: &str = "\
    able about above account action active adult advice after again agency agent album alert almond \
    amber angel animal answer apple april arena army around arrow artist ashes asset atlas attic \
    auction audio aunt author autumn avenue award away baby back bacon badge baker bakery balance \
    ball bamboo banana band bank banner barber bargain bark barn basic basket bath battery beach \
    beacon beam bean bear beard beat beauty beef beer before begin behind belief bell belt bench \
    berry best better between beyond bicycle bike bill bird birth biscuit black blade blanket blend \
    blessing block blog blood bloom blossom blue board boat body bold bolt bond bone book boost boot \
    border boss bottle bottom bowl brain branch brand brass brave bread break breath breeze brew \
    brick bride bridge bright bring broad bronze brook broom brother brown brush bubble bucket \
    budget build builder building bull bundle burger burn bush business butter button buyer cabin \
    cable cafe cake calendar call calm camel camera camp canal candle candy canoe canvas canyon cape \
    captain card care career cargo carpet carrot carry cart case cash castle casual catalog cattle \
    cave cedar center central century ceramic certain chain chair chalk champion chance change \
    channel chapel chapter charge charger charm chart cheap check cheese chef cherry chess chest \
    chicken chief child choice church cinema circle circus citizen city civic claim class classic \
    clay clean clear clerk clever click client cliff climate climb clinic clock close cloth clothes \
    cloud clover club coach coal coast coat cocoa coconut code coffee coin cold collect college \
    color colour comet comfort comic common company compass concert condor connect contact content \
    cook cookie cool copper copy coral core cork corn corner cottage cotton couch council count \
    country county couple courage course court cousin cover craft crane cream create creative credit \
    creek crew crisp crop cross crowd crown cruise crystal culture cure curtain custom customer \
    cycle daily dairy daisy dance danger dark data date daughter dawn deal dealer dear decor deep \
    deer delight delivery delta demand dental dentist depot desert design designer desk detail \
    diamond diary diet digital dinner direct direction discount discover dish diver doctor dollar \
    dolphin domain donkey door double dove down dragon drama draw dream dress drift drill drink \
    drive driver drop drum duck dust eagle early earth east eastern easy echo eclipse edge education \
    effect eight elder electric element elephant elite emerald empire empty energy engine english \
    enjoy enter entry equal escape estate event every exact example excel exchange expert explore \
    express extra fabric face factory fair faith falcon fall family famous fancy farm farmer fashion \
    fast father favor feather feed field fifty fight film final finance find fine finger fire first \
    fish fisher fitness five flag flame flash flat flavor fleet flight float flood floor floral \
    flour flow flower focus folk food foot force forest forever form forum forward fossil found \
    fountain four frame free freedom fresh friday friend friendly frog front frost fruit fuel full \
    fund future galaxy gallery game garage garden garlic gate gather general gentle giant gift \
    giraffe girl give glass global globe glory glove goal goat gold golden golf good goose grace \
    grain grand grape graph grass gravity gray great green grey grill ground group grove grow growth \
    guard guest guide guitar habit hair half hall hammer hand handy happy harbor hard harmony \
    harvest hawk head health healthy heart heat heaven hedge height hello help herb heritage hero \
    heron hidden high hill history hobby holiday holly home honest honey hope horizon horn horse \
    hospital host hotel hour house human hundred hunter idea ideal image impact import index \
    industry info ingredient inner insect inside insight iris iron island ivory jacket january jewel \
    jewelry join journal journey judge juice july jump june jungle junior just justice keep kettle \
    kind king kitchen kite kitten knife knight label lace ladder lady lake lamb lamp land language \
    large laser last launch laundry lavender lawn lawyer leader leaf league learn leather left \
    legacy legal legend lemon lens lesson letter level liberty library life lift light lily lime \
    limit line linen link lion liquid list listen little live living local lock lodge logic london \
    long look lotus love lovely lower loyal luck lucky lunar lunch luxury machine magic magnet mail \
    main major make maker manager mango manor maple marble march margin marine market marsh mart \
    master match material matter meadow meal measure meat media medical medicine melody member \
    memory mental menu mercury merit metal meteor meter method metro middle mighty mile milk mill \
    million mind mineral mini mint minute mirror mobile mode model modern moment monday money monkey \
    month moon moral morning moss mother motion motor mountain mouse move movie museum music nail \
    name nation national native natural nature navy near neat nest network neutral never news next \
    nice night nine noble normal north northern nose note nothing novel number nurse oasis object \
    ocean octopus offer office officer official olive omega onion online open opera option orange \
    orbit orchard orchid order organ organic orient origin original other otter outdoor outlet oven \
    over owner oxford oyster pace pack package page paint painter pair palace palm panda panel \
    panther paper parade parcel parent park part partner party pass passion past pasta pastry patch \
    path patient pattern payment peace peach peak peanut pearl pebble pencil penguin people pepper \
    perfect perfume person phoenix phone photo piano pick picnic picture piece pigeon pilot pine \
    pink pioneer pixel pizza place plain plan plane planet plant planter plastic plate play player \
    plaza please pleasure plenty plum plus pocket poem point polar police policy polish pond pony \
    pool poppy popular porch port portal portrait position positive post potato potter pottery \
    powder power practice prairie premier premium present press pretty price pride prime prince \
    print printer prize product profile profit program project promise proof property protect proud \
    provider public pulse pump pumpkin pure purple purpose quality quarter quartz queen quest \
    question quick quiet quilt rabbit race radar radio rain rainbow ranch range ranger rapid raven \
    ready real reason recipe record reef reform region relax remedy remote rent rental repair report \
    reserve resort rest restaurant result retail return reward rhythm ribbon rice rich ride rider \
    ridge right ring ripple rise river road robin robot rock rocket roof room root rope rose round \
    route royal ruby rural safari safe safety sage sail sailor salad sale salmon salon salt sample \
    sand sandal sapphire sauce save savings scale school science scout seal search season seat \
    second secret section secure security seed select senior sense series service seven shade shadow \
    shape share shark sharp sheep shell shelter shepherd shield shift shine ship shirt shoe shop \
    shopping shore short show shower sign signal silent silk silver simple sister site skill skin \
    sleep slice slow small smart smile smith smoke smooth snack snow soap social soft soil solar \
    solid solution song soul sound soup source south southern space spark sparrow special speed \
    spice spider spirit splash sport spot spring square stable staff stage stair star start state \
    station stay steam steel stem step stock stone store storm story straw stream street strength \
    string strong student studio study style sugar suit summer summit sunday sunny sunrise sunset \
    super supply support surf surface surprise swan sweet swift swim symbol system table tail tailor \
    talent talk target task taste teach teacher team tech temple tennis tent test text theater thing \
    think thread three thunder ticket tide tiger tile timber time tiny title toast today together \
    token tomato tool tooth topic torch total touch tour tower town track trade trader trail train \
    trainer travel treasure treat tree trend trial tribe trip tropical truck true trust truth tulip \
    tune turbo turn turtle twin ultra uncle under union unique unit united unity universe upper \
    urban useful user valley value vanilla vault vector vegan velvet venture venus version victory \
    video view village vine vintage violet violin vision visit visitor vital voice volcano volume \
    wagon walk wall walnut wander warehouse warm wash watch water wave wealth wear weather weaver \
    wedding week welcome well west western whale wheat wheel whisper white whole wide wild willow \
    wind window wine wing winner winter wire wisdom wise wish witness wolf woman wonder wood wooden \
    wool word work worker workshop world worth write writer yacht yard year yellow yoga young youth \
    zebra zero zone";
