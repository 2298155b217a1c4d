//! Words and phrases; each `^` is a digit, and what stands between `|` is one.

/// A language: clauses, and the marks between them. The first mark goes on with the sentence, the
/// others end it, the second one most plainly.
pub struct Voice {
    pub clauses: &'static str,
    pub marks: [&'static str; 5],
}

const WESTERN: [&str; 5] = [", ", ". ", "! ", "? ", "... "];
const ARABIC: [&str; 5] = ["، ", ". ", "! ", "؟ ", "... "];
const HINDI: [&str; 5] = [", ", "। ", "! ", "? ", "... "];
const CHINESE: [&str; 5] = ["，", "。", "！", "？", "……"];
const JAPANESE: [&str; 5] = ["、", "。", "！", "？", "…"];

/// Ten languages in eight scripts.
pub static VOICES: [Voice; 10] = [
    Voice {
        clauses: "I'm running 1^ minutes late|see you at the station at 1^:30|\
            thanks a lot for your help|don't forget the milk and the bread|\
            can you send me the photos from Sunday|it's so hot here today|\
            mom says hi to everybody|we've moved the meeting to Thursday|did you get my message|\
            I'll call you back in an hour|the office is closed on Friday|that's great news|\
            the kids are asleep already|the ticket was 2^ euros|I didn't quite get the question|\
            happy birthday, old friend|let's have dinner at our place|no worries, take your time|\
            the bus isn't coming, I'm walking|she said it's \"fine\" (it isn't)|\
            what's the wifi password again|ok|on my way|haha, exactly what I thought|\
            the plumber comes between 9 and 1^",
        marks: WESTERN,
    },
    Voice {
        clauses: "ya voy en camino|llego en 1^ minutos|muchas gracias por la ayuda|\
            ¿qué hacemos el sábado|no te olvides de la leche y el pan|\
            mañana la reunión es a las 1^:30|aquí hace muchísimo calor|\
            mándame las fotos, por favor|feliz cumpleaños a la niña|\
            la oficina cierra el miércoles|mamá te manda un abrazo|los niños ya están dormidos|\
            la entrada costó 3^^ pesos|qué alegría|no entendí bien la pregunta|te llamo más tarde|\
            nos vemos enfrente de la estación|está bien así",
        marks: WESTERN,
    },
    Voice {
        clauses: "ich bin schon unterwegs|komme etwa 1^ Minuten später|vielen Dank für eure Hilfe|\
            bring bitte Brot und Käse mit|morgen um 1^:30 im Büro|\
            hier ist es schön, aber viel zu heiß|schick mir mal die Fotos vom Ausflug|\
            alles Gute zum Geburtstag|am Freitag ist geschlossen|Grüße von Oma und Opa|\
            die Kinder schlafen schon|die Karte kostet 2^ Euro|wie geht's dir|\
            das hab' ich nicht ganz verstanden|ich rufe später zurück|\
            treffen wir uns vor dem Bahnhof|na klar",
        marks: WESTERN,
    },
    Voice {
        clauses: "я уже в дороге|буду через 1^ минут|спасибо большое за помощь|\
            не забудь молоко и хлеб|встреча завтра в 1^:30|сегодня очень жарко|\
            пришли, пожалуйста, фотографии|с днём рождения|в пятницу офис закрыт|\
            мама передаёт привет|дети уже спят|билет стоил 7^^ рублей|как дела|\
            я не совсем понял вопрос|перезвоню позже|встретимся у вокзала|отлично|\
            ты получила моё сообщение|автобус не пришёл, иду пешком|\
            давай сегодня поужинаем у нас",
        marks: WESTERN,
    },
    Voice {
        clauses: "كيف حالك اليوم|أنا في الطريق|سأصل بعد 1^ دقيقة|شكرا جزيلا على المساعدة|\
            لا تنس الحليب والخبز|الاجتماع غدا الساعة 1^:30|الجو حار جدا هنا|أرسل لي الصور من فضلك|\
            كل عام وأنتم بخير|المكتب مغلق يوم الجمعة|أمي تسلم عليك|الأولاد نائمون|\
            سعر التذكرة 4^ ريالا|لم أفهم السؤال|سأتصل بك لاحقا|نلتقي أمام المحطة|ممتاز|\
            هل وصلت الرسالة|تعال إلينا على العشاء",
        marks: ARABIC,
    },
    Voice {
        clauses: "מה שלומך היום|אני כבר בדרך|אגיע בעוד 1^ דקות|תודה רבה על העזרה|\
            אל תשכח לקנות חלב ולחם|הפגישה מחר בשעה 1^:30|חם מאוד היום|תשלח לי בבקשה את התמונות|\
            מזל טוב ליום ההולדת|המשרד סגור ביום שישי|אמא מוסרת ד״ש|הילדים כבר ישנים|\
            הכרטיס עלה 3^ שקלים|לא הבנתי את השאלה|אתקשר אליך אחר כך|ניפגש ליד התחנה|איזה יופי|\
            קיבלת את ההודעה שלי|בואו אלינו לארוחת ערב",
        marks: WESTERN,
    },
    Voice {
        clauses: "आप कैसे हैं|मैं रास्ते में हूँ|1^ मिनट में पहुँच जाऊँगा|मदद के लिए बहुत धन्यवाद|\
            दूध और रोटी मत भूलना|कल की बैठक 1^:30 बजे है|आज बहुत गर्मी है|कृपया तस्वीरें भेज दो|\
            जन्मदिन मुबारक हो|शुक्रवार को दफ़्तर बंद है|माँ ने नमस्ते कहा है|बच्चे सो गए हैं|\
            टिकट 2^^ रुपये का है|मुझे सवाल समझ नहीं आया|बाद में फ़ोन करता हूँ|\
            स्टेशन के सामने मिलते हैं|बहुत बढ़िया|क्या मेरा संदेश मिला|आज खाना हमारे घर पर",
        marks: HINDI,
    },
    Voice {
        clauses: "你今天怎么样|我已经在路上了|大概1^分钟后到|谢谢你的帮助|别忘了买牛奶和面包|\
            会议改到明天上午1^点|今天太热了|请把照片发给我|生日快乐|办公室周五不开门|\
            妈妈让我问候你|孩子们已经睡了|票价一共5^块|我没看懂这个问题|等一下给你打电话|\
            我们在车站门口见|太好了|你收到我的消息了吗|今晚来我家吃饭吧|好的",
        marks: CHINESE,
    },
    Voice {
        clauses: "今日は元気ですか|いま向かっています|あと1^分くらいで着きます|\
            手伝ってくれてありがとう|牛乳とパンを忘れないでね|会議は明日の1^時からです|\
            今日は本当に暑いですね|写真を送ってください|お誕生日おめでとう|金曜日はお休みです|\
            母がよろしくと言っていました|子どもたちはもう寝ました|チケットは1^00円でした|\
            質問がよくわかりませんでした|あとで電話します|駅の前で会いましょう|よかった|\
            メッセージは届きましたか|うちで晩ごはんを食べませんか|了解",
        marks: JAPANESE,
    },
    Voice {
        clauses: "오늘 어떻게 지내요|지금 가는 중이에요|1^분 뒤에 도착해요|도와줘서 정말 고마워요|\
            우유랑 빵 잊지 마세요|회의는 내일 1^시예요|오늘 너무 더워요|사진 좀 보내 주세요|\
            생일 축하해요|금요일에는 쉬어요|엄마가 안부 전해 달래요|아이들은 벌써 자요|\
            표는 1^000원이에요|질문을 잘 이해하지 못했어요|나중에 전화할게요|역 앞에서 만나요|\
            정말 잘됐네요|제 메시지 받았어요|저녁 같이 먹어요|네",
        marks: WESTERN,
    },
];

pub const EMOJI: &str = "😀|😂|🙏|👍|❤️|🎉|👩‍👩‍👧|🇧🇷|👋🏽|☕|🔥|😅|✅|🚀|🥳|📦|🤷‍♀️|😍😍|🌧️|1️⃣";

pub const NAMES: &str = "Maria|Jonas|Ana Clara|Дмитрий|فاطمة|נועה|प्रिया|王芳|さくら|지우|O'Brien|\
    José";

pub const HEADINGS: &str = "Order #^^^^^ is confirmed|Your appointment on 1^ March|Delivery update|\
    Weekly report|Invoice #^^^^ is due|Welcome aboard|Pedido #^^^^^ confirmado|\
    Deine Bestellung ist da|Заказ №^^^^^ принят|تم تأكيد الطلب|ההזמנה אושרה|आपका ऑर्डर पक्का हुआ|\
    您的订单已发货|ご予約の確認|주문이 확인되었습니다";

pub const ITEMS: &str = "2 x coffee beans, 1 kg|*Shipping*|oat milk, 6 pack|filter papers & scoop|\
    *Total* with tax|gift wrapping|blue mug (large)|tea, loose leaf|Kaffee, gemahlen|\
    café molido, 500 g|чай зелёный|قهوة عربية|चाय पत्ती|龙井茶|抹茶ラテ|녹차 티백|check-up, 4^ min|\
    late fee _(waived)_";

pub const STEPS: &str = "Open the *Orders* page|Tap _Change date_|Pick a time between 1^:00 and 21:30|\
    Send us a photo of the label|Reply `YES` to confirm|Bring your ID and the card|Abre el enlace|\
    Выберите удобное время|Wait for the ~call~ text message|Put the box in front of the door";

pub const TOPICS: &str = "Summary|What to do next|Prices & delivery|Option ^: the _quick_ way|\
    Step ^: check the order|Why it matters|Zusammenfassung|Próximos pasos|Что дальше|下一步|\
    Troubleshooting|Key points";

pub const TERMS: &str = "Shipping|Free returns|Price|Opening hours|Warranty (2 years)|Note|\
    `config.toml`|Garantie|Precio|Цена|价格|Total: €^^.^^";

pub const CODE_LEADS: &str =
    "Use this code at the checkout|Your PIN is|To change it, send|Door code";

pub const CODES: &str = "SAVE-^^|^^^-^^^|/move 1^:30|STATUS ^^^^^|BOX_^^|A&B-^^";

pub const URL_LEADS: &str = "Track it here|Details|Pay online|Map|Alle Infos|Más información|\
    Подробнее";

pub const URLS: &str = "https://shop.example.com/orders/^^^^^?ref=wa_bot&lang=en|\
    https://example.com/t/^^^^^^|https://pay.example.org/invoice_^^^^|www.example.com/map#stop-^^|\
    https://book.example.net/a/^^^^/change?from=msg_1";

pub const FOOTERS: &str = "Reply STOP to unsubscribe|This is an automatic message|\
    Your team at Example & Co|Mon-Fri ^-1^, Sat closed|No responda a este mensaje|До встречи!";

/// The spans of a dense text; the single ones are the usual ones.
pub static SPANS: [(&str, &str); 12] = [
    ("*", "*"),
    ("*", "*"),
    ("_", "_"),
    ("_", "_"),
    ("~", "~"),
    ("~", "~"),
    ("`", "`"),
    ("`", "`"),
    ("*_", "_*"),
    ("_~", "~_"),
    ("~*", "*~"),
    ("*_~", "~_*"),
];
