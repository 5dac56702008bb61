/** Word families of a language, parted by a bar or a line: words that ask and tell the same thing. Written from general knowledge of the language. */
export const EN_FAMILIES = `
own owner owned belong possess|call describe label brand dub name term
say tell state claim announce declare explain comment add note warn|buy acquire purchase acquisition takeover
sell sale sold|cost price pay paid worth fee expense|sign agree agreement deal contract partnership pact accord
build construct construction develop|begin start launch open|end finish close stop cease
grow rise increase climb gain jump surge|fall drop decline decrease shrink cut reduce|kill die death dead fatal
hurt injure injury wound|fire dismiss layoff sack redundancy|hire recruit employ appoint
firm company business corporation group|boss chief ceo head leader executive|money fund cash capital finance
job post role work employment|plan intend aim propose|happen occur place|location located site based situated place
power electricity energy|reason because cause due|win won victory beat defeat|lose lost defeat
ban prohibit forbid outlaw|allow permit let enable|use employ utilise utilize|make produce manufacture
car vehicle automobile|child children kid|doctor physician medic|country nation state|big large huge size
criticise criticize attack condemn slam blame|big large size|chip gpu processor
jail prison custody sentence lock detain detention imprison imprisoned inside behind bars
arrest catch caught detain seize held custody|fan supporter follower
worker staff employee workforce personnel crew labour labor|strike walkout stoppage walk industrial action
union syndicate|video clip footage film recording tape|metro underground subway tube train
fine penalty punish punishment sanction pay|parent mother father mum dad family relative
movie picture blockbuster film cinema|plane jet aircraft airplane airliner flight|airline carrier
suspend suspended ban expel|probe investigate investigation inquiry inquire examine scrutiny
spokesman spokeswoman spokesperson speaker|minister secretary politician congressman senator representative lawmaker
president head state leader|premier prime minister|police officer cop detective|judge court magistrate tribunal
lawyer attorney barrister solicitor counsel|trial court case hearing lawsuit|accuse charge allege blame indict
admit confess plead guilty concede|deny reject refuse decline dismiss|murder kill slay homicide
attack assault raid strike bomb bombing|explosion blast bomb explode|fire blaze burn flame|shoot shot gun fire gunman
steal theft rob robbery burglary thief|flood flooding storm hurricane cyclone|victim casualty|rescue save bail lifeline
search seek look hunt|find discover detect spot|show reveal disclose expose|hide conceal
earn profit gain income make money|revenue turnover sale sales takings gross|share stock equity
shareholder investor owner stockholder|dividend payout|float flotation listing offering ipo public
market exchange bourse|bank lender|loan borrow credit debt lend|rate interest percentage|tax levy duty
budget spending expenditure|economy economic growth|unemployed unemployment jobless|inflation price
trade export import commerce|donate donor donation give gift contribute contribution|rich wealthy|poor poverty
cheap low inexpensive affordable|expensive dear costly|customer client consumer shopper buyer user
shop store retailer outlet|product goods item|factory plant mill works|office headquarter headquarters base
house home property flat apartment building|live reside inhabit dwell resident population inhabitant
travel trip journey tour fly visit|road street highway|ship boat vessel ferry|station channel broadcaster network
broadcast air show programme program series|viewer audience watch|newspaper paper journal magazine press
journalist reporter correspondent|book novel author writer|singer musician band artist
actor actress star cast play role lead|director filmmaker|prize award trophy medal honour honor|match game fixture tie
team club side squad|coach manager trainer|player footballer striker defender captain|goal score equaliser winner
champion winner victor title|season campaign year|competition contest tournament rival compete
school college university academy|student pupil|teacher professor lecturer|study research survey report analysis
researcher scientist expert analyst|patient sick ill illness disease|hospital clinic ward
drug medicine medication treatment|vaccine jab inoculation|test check examine trial
climate warming carbon emission emissions pollution|emit release put out pollute|oil petrol gas fuel
replace substitute succeed successor|improve better boost upgrade|worsen deteriorate decline
change alter reform amend modify|stay remain keep|leave quit resign depart step exit|join enter sign
meet meeting talk talks negotiate negotiation summit|vote ballot election elect poll|party faction
law rule regulation legislation act|protest demonstrate demonstration rally march|war conflict fighting battle
soldier troop army military|weapon arms gun missile|peace truce ceasefire|border frontier
refugee migrant immigrant asylum|religion faith church|angry furious outrage anger upset offended offensive
happy glad pleased welcome delighted|afraid fear scared worry worried concern|praise defend support back endorse
criticism critic opponent|oppose against object|promise pledge vow commit|warn caution alert
expect forecast predict anticipate estimate|hope wish want desire|try attempt bid|succeed success|fail failure flop
record high best|wage salary pay earnings|pension retirement retire pensioner|age old elderly|young youth teenager teen
man male|woman female|wife husband spouse partner|child kid son daughter children boy girl|friend colleague
name call title rename|word term phrase|language speak|picture photo photograph image
message post tweet comment statement|website site page online web|app application software|computer machine device
phone mobile telephone smartphone|internet web online network|data information figure|secret confidential private
public open|early first initial|late final last|damage harm destroy destruction|repair fix restore|close shut closure
open launch inaugurate start|number amount total figure count|share proportion part percent percentage
quarter three months|ceremony event|reason motive cause|decide decision ruling resolve|allow enable permit
force compel oblige|need require demand|offer bid propose|send dispatch deliver ship|receive get obtain
carry transport bring|seat passenger capacity|country territory nation land state|town city municipality
region area district province|bury cremation|commemorate commemoration tribute vigil remember|practise ready
found establish create creation|dub call known|run away|trigger prompt lead cause|oversee run lead control
first number finest highest|drop abandon ditch scrap axe cancel cancellation|deal agreement contract takeover merger
dress clothes outfit|weigh weight heavy pound kilogram kg|equalise equaliser level rescue point draw|lag trail behind
debut first appearance|overseas abroad|homemade domestic local home|red blue green yellow white black pink orange
refuse refusal decline reject|attend attendance crowd audience|wedding marry marriage married spouse|birth born baby
divorce split separate separation|hit strike affect|storm hurricane typhoon cyclone|quake earthquake tremor
crash collision accident wreck|derail derailment|sink capsize|hijack kidnap abduct abduction hostage
release free freed liberate|execute execution hang behead|bomber attacker assailant gunman suspect
rebel militant insurgent fighter extremist jihadist terrorist|protester demonstrator activist campaigner
voter elector electorate|lawmaker parliament congress senate assembly|mayor governor councillor|bill legislation law act
veto block reject|resign resignation quit|successor replace replacement
bankrupt bankruptcy insolvency administration collapse|merge merger combine tie-up|subsidiary unit division arm
startup start-up company|headcount staff workforce employee|payout reward
redundant redundancy layoff lay-off cut dismissal|shortage lack scarcity scarce|delay postpone postponement late
expand expansion grow enlarge|shrink contraction contract|launch unveil introduce release rollout
upbeat optimistic positive confident bullish|gloomy pessimistic negative bearish downbeat|complain grievance moan
apologise apologize apology sorry|thank grateful gratitude appreciate|joke humour comedy funny
illness disease condition diagnose diagnosis disorder|cure treat treatment therapy heal
physician doctor surgeon medic gp|examination check-up|diet eat food meal|fat obese overweight obesity
smoke smoking cigarette tobacco|alcohol drink drunk booze|cocaine heroin narcotic drug fentanyl|seize impound
customs border|rain rainfall shower|drought dry|wildfire blaze bushfire|coal petroleum|renewable solar wind
recycle reuse|space orbit satellite rocket|astronaut crew|telescope observatory|species animal wildlife|dinosaur fossil
tree forest wood|sail sailing yacht regatta skipper|runner race marathon sprint|swimmer swim|boxer boxing fight bout
referee umpire official|stadium ground arena venue|transfer sign signing move|injure injury hurt sideline
retire retirement|knockout eliminate exit|final decider|qualify qualification qualifier|album record single song track
concert gig tour performance perform|premiere debut opening|sequel follow-up|audience viewer ratings
interview talk speak|rumour rumor speculation|scandal controversy row|leak disclose|hack hacker breach cyberattack
password login credential|upgrade update|rent lease tenant landlord|mortgage loan homeowner
insure insurance insurer policy|claim allegation accusation|ruling judgment conviction|convict conviction guilty
acquit acquittal cleared innocent|appeal challenge|witness eyewitness testify testimony|bail bond
parole supervise supervision monitor|evidence proof|motive reason|suicide kill|stab knife stabbing|rape assault abuse
bully bullying harass harassment|racist racism discrimination|strike walkout stoppage|talks negotiation|wage salary pay
raise increase|lower cut reduce|borrow loan debt|owe debt|invest investment|flotation ipo
takings box office gross receipts|discount bargain cheap|online internet web e-commerce|deliver delivery ship
import imports|export exports|tariff duty tax|subsidy aid grant|deprived low-income|rich wealthy affluent millionaire
inequality gap|homeless homelessness|pupil student|exam test grade|degree graduate diploma|academic expert
scientist researcher|discover discovery find|invent invention inventor|patent licence license|trademark name brand
lawsuit sue suit|settle settlement|compensation damages payout|toll casualty death
missing lost disappear disappearance vanish|body remains corpse|recover recovery retrieve|rescue save
evacuate evacuation|shelter refuge camp|aid relief help|donate donation donor|charity nonprofit foundation|pope pontiff
priest pastor minister clergy preacher vicar|worship pray prayer|queen king monarch royal prince princess|palace castle
ambassador diplomat envoy embassy|sanction embargo|treaty pact accord|nuclear atomic|missile rocket|soldier troop
general commander|invade invasion|withdraw withdrawal pull|ceasefire truce
weed marijuana cannabis pot|pic picture photo photograph image snap selfie|quarantine isolate|cure treat treatment treatable remedy|telly tv television
live reside resident|cop police policeman|hacker attacker|delay delayed late postpone
`;
