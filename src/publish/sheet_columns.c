#include "publish/sheet_columns.h"

#include "publish/map.h"
#include "text/format.h"
#include "text/fold.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* In the order of the words below. */
static const char *const languages[] = { "en", "fr", "es", "pt", "ar", "fa", "uk", "zh-Hans", "ti" };

/* What a column may be called; the first is what we write. Words of a language are parted by bars. An empty one: in
 * English there as well. */
static const struct column_words {
    const char *id;
    const char *words[COUNT(languages)];
} columns[] = {
    [SHEET_ID] = { "id", { "", "", "", "", "", "", "", "", "" } },
    [SHEET_NAME] = { "name",
                     { "name|service|service name|title", "nom|nom du service|service|intitulé", "nombre|servicio",
                       "nome|serviço", "الاسم|الخدمة", "نام|خدمت", "назва|послуга", "名称|服务", "ስም|ኣገልግሎት" } },
    [SHEET_DESCRIPTION] = { "description",
                            { "description|summary", "description|présentation", "descripción", "descrição", "الوصف",
                              "توضیح", "опис", "说明|描述", "መግለጺ" } },
    [SHEET_ORGANIZATION] = { "organization",
                             { "organization|organisation|provider|run by",
                               "organisme|organisation|structure|association", "organización|entidad",
                               "organização|entidade", "المنظمة|الجهة", "سازمان", "організація", "机构|组织",
                               "ትካል|ውድብ" } },
    [SHEET_TOPICS] = { "topics",
                       { "topics|topic", "thèmes|thème|rubriques", "temas|tema", "temas|tema", "المواضيع",
                         "موضوع‌ها|موضوع", "теми|тема", "主题", "ኣርእስቲ" } },
    [SHEET_URL] = { "url",
                    { "website|web site|url|link", "site internet|site web|site|lien", "sitio web|página web",
                      "site|página web", "الموقع الإلكتروني|الموقع", "وب‌سایت", "сайт", "网站|网址",
                      "መርበብ ሓበሬታ" } },
    [SHEET_EMAIL] = { "email",
                      { "email|e-mail|mail", "courriel|e-mail|mail|adresse électronique", "correo electrónico|correo",
                        "correio eletrónico|e-mail", "البريد الإلكتروني", "ایمیل|رایانامه", "електронна пошта",
                        "电子邮件|邮箱", "ኢመይል" } },
    [SHEET_PHONE] = { "phone",
                      { "phone|telephone|phone number|tel", "téléphone|tél|numéro de téléphone", "teléfono", "telefone",
                        "الهاتف|رقم الهاتف", "تلفن|شماره تلفن", "телефон", "电话", "ተሌፎን|ቁጽሪ ተሌፎን" } },
    [SHEET_PLACE] = { "place",
                      { "place|location|place name", "lieu|nom du lieu", "lugar", "local|lugar", "المكان", "محل|مکان",
                        "місце", "地点", "ቦታ" } },
    [SHEET_ADDRESS] = { "address",
                        { "address|street|address line 1", "adresse|rue", "dirección|calle", "endereço|morada",
                          "العنوان", "نشانی|آدرس", "адреса", "地址", "ኣድራሻ" } },
    [SHEET_ADDRESS_2] = { "address_2",
                          { "address line 2|building", "complément d’adresse|complément", "complemento de dirección",
                            "complemento", "تكملة العنوان", "ادامهٔ نشانی", "додаток до адреси", "地址补充",
                            "ተወሳኺ ኣድራሻ" } },
    [SHEET_POSTAL_CODE] = { "postal_code",
                            { "postal code|postcode|zip|zip code", "code postal|cp", "código postal",
                              "código postal|cep", "الرمز البريدي", "کد پستی", "поштовий індекс|індекс",
                              "邮政编码|邮编", "ኮድ ፖስታ" } },
    [SHEET_CITY] = { "city",
                     { "city|town", "ville|commune", "ciudad|municipio", "cidade|município", "المدينة", "شهر", "місто",
                       "城市", "ከተማ" } },
    [SHEET_LATITUDE] = { "latitude",
                         { "latitude|lat", "latitude|lat", "latitud", "latitude", "خط العرض", "عرض جغرافیایی", "широта",
                           "纬度", "ላቲትዩድ" } },
    [SHEET_LONGITUDE] = { "longitude",
                          { "longitude|lon|lng", "longitude|lon|lng", "longitud", "longitude", "خط الطول",
                            "طول جغرافیایی", "довгота", "经度", "ሎንጊትዩድ" } },
    [SHEET_TRANSPORTATION] = { "transportation",
                               { "transport|stop|transportation", "transports|arrêt|accès", "transporte|parada",
                                 "transporte|paragem", "المواصلات", "حمل‌ونقل", "транспорт|зупинка", "交通",
                                 "መጓዓዝያ" } },
    [SHEET_HOURS] = { "hours",
                      { "opening hours|hours", "horaires|horaires d’ouverture|heures d’ouverture",
                        "horario|horario de apertura", "horário|horário de abertura", "أوقات العمل|ساعات العمل",
                        "ساعت‌های کار|ساعات کار", "години роботи|графік", "开放时间|营业时间",
                        "ናይ ስራሕ ሰዓታት|ሰዓታት" } },
    [SHEET_APPLICATION] = { "application",
                            { "how to come|how to apply|application", "comment venir|démarche|comment faire",
                              "cómo acudir", "como aceder|como ir", "كيفية الحضور", "چگونه بیایید", "як звернутися",
                              "如何申请|如何前往", "ከመይ ትመጹ" } },
    [SHEET_FEES] = { "fees",
                     { "cost|fees|price", "tarif|coût|prix", "precio|coste", "preço|custo", "التكلفة|السعر", "هزینه",
                       "вартість|ціна", "费用", "ዋጋ" } },
    [SHEET_ELIGIBILITY] = { "eligibility",
                            { "for whom|eligibility|who can come", "pour qui|public|conditions",
                              "para quién|a quién va dirigido", "para quem", "لمن", "برای چه کسانی", "для кого",
                              "服务对象", "ንመን" } },
    [SHEET_INTERPRETERS] = { "interpreters",
                             { "interpreters|interpretation", "interprètes|interprétariat", "intérpretes",
                               "intérpretes", "المترجمون", "مترجم شفاهی", "перекладачі", "口译", "ተርጎምቲ" } },
    [SHEET_LANGUAGES] = { "languages",
                          { "languages|spoken languages", "langues|langues parlées", "idiomas", "línguas|idiomas",
                            "اللغات", "زبان‌ها", "мови", "语言", "ቋንቋታት" } },
    [SHEET_FREE] = { "free",
                     { "free|free of charge", "gratuit", "gratis|gratuito", "gratuito|grátis", "مجاني|مجانا", "رایگان",
                       "безкоштовно", "免费", "ብነጻ" } },
    [SHEET_PAPERS_NEEDED] = { "papers_needed",
                              { "papers needed|papers", "papiers nécessaires|papiers", "papeles necesarios|papeles",
                                "documentos necessários", "الأوراق مطلوبة|أوراق", "مدارک لازم", "потрібні документи",
                                "需要证件", "ሰነዳት የድልዩ" } },
    [SHEET_STEP_FREE] = { "step_free",
                          { "step-free|step-free entrance|wheelchair access",
                            "accès sans marche|accessible en fauteuil|sans marche", "sin escalones", "sem degraus",
                            "مدخل بلا درج", "ورودی بدون پله", "вхід без сходинок", "无台阶入口", "መእተዊ ብዘይ ደረጃ" } },
    [SHEET_WOMEN_ONLY] = { "women_only",
                           { "women only", "femmes uniquement|réservé aux femmes", "solo mujeres", "só mulheres",
                             "للنساء فقط", "فقط زنان|ویژهٔ زنان", "лише для жінок", "仅限女性", "ንደቂ ኣንስትዮ ጥራይ" } },
    [SHEET_CHILDREN_WELCOME] = { "children_welcome",
                                 { "children welcome", "enfants bienvenus", "se admiten niños", "crianças bem-vindas",
                                   "الأطفال مرحب بهم", "کودکان خوش‌آمدند", "можна з дітьми", "欢迎儿童",
                                   "ቆልዑ እንቋዕ ብደሓን መጹ" } },
    [SHEET_ALERT] = { "alert",
                      { "alert|notice", "alerte|à savoir", "aviso", "aviso", "تنبيه", "هشدار", "увага", "提示",
                        "መጠንቀቕታ" } },
    [SHEET_CHECKED] = { "checked",
                        { "checked on|checked|date", "vérifié le|date de vérification|date", "comprobado el|fecha",
                          "verificado em|data", "تاريخ التحقق", "تاریخ بررسی", "перевірено", "核实日期",
                          "ዝተረጋገጸሉ ዕለት" } },
    [SHEET_SOURCE] = { "source",
                       { "source", "source", "fuente", "fonte", "المصدر", "منبع", "джерело", "来源", "ምንጪ" } },
    [SHEET_VERSION] = { "version", { "version", "version", "", "", "", "", "", "", "" } },
};
static_assert(COUNT(columns) == SHEET_MONDAY, "each column but the days of the week needs a row");

static const struct answer_words {
    const char *yes[COUNT(languages)];
    const char *no[COUNT(languages)];
} answers = {
    { "yes|x|true|1", "oui|x|vrai", "sí|si", "sim", "نعم", "بله", "так", "是", "እወ" },
    { "no|false|0", "non|faux", "no", "não", "لا", "خیر|نه", "ні", "否|不", "ኣይፋል|ኣይኮነን" },
};

static const char *const day_ids[7] = { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" };

const char *sheet_column_id(enum sheet_column column)
{
    return column >= SHEET_MONDAY ? day_ids[column - SHEET_MONDAY] : columns[column].id;
}

/* The place of a language, which may be given more closely ("pt-BR"); 0 for one that is not there. */
static size_t language_at(const char *lang)
{
    size_t primary = strcspn(lang, "-");
    for (size_t i = 0; i < COUNT(languages); i++) {
        if (strncmp(lang, languages[i], primary) == 0 && strcspn(languages[i], "-") == primary)
            return i;
    }
    return 0;
}

static const char *first_word(const char *words, struct arena *arena)
{
    struct str rest;
    return arena_str(arena, str_cut(str_of(words), '|', &rest));
}

const char *sheet_column_word(enum sheet_column column, const char *lang, struct arena *arena)
{
    if (column >= SHEET_MONDAY)
        return format_weekday(arena, lang, (int)(column - SHEET_MONDAY) + 1);
    const char *const *words = columns[column].words;
    size_t at = language_at(lang);
    if (!words[0][0])
        return columns[column].id;
    return first_word(words[at][0] ? words[at] : words[0], arena);
}

const char *sheet_answer_word(bool yes, const char *lang, struct arena *arena)
{
    size_t at = language_at(lang);
    return first_word(yes ? answers.yes[at] : answers.no[at], arena);
}

struct sheet_words {
    struct arena arena;
    struct arena round; /* of one question */
    struct fold *fold;
    struct map columns;
    struct map answers;
};

/* Without the spaces between words, so that "e-mail" and "email" are one. */
static const char *folded(struct sheet_words *words, struct arena *arena, struct str text)
{
    char *out = arena_strdup(arena, fold_words(words->fold, arena, text, "en"));
    size_t length = 0;
    for (size_t i = 0; out[i]; i++) {
        if (out[i] != ' ')
            out[length++] = out[i];
    }
    out[length] = '\0';
    return out;
}

static void add_words(struct sheet_words *words, struct map *map, const char *list, size_t value)
{
    struct str rest = str_of(list);
    while (rest.len > 0) {
        struct str word = str_cut(rest, '|', &rest);
        (void)map_add(map, &words->arena, folded(words, &words->arena, word), value);
    }
}

static void add_columns(struct sheet_words *words)
{
    for (size_t i = 0; i < COUNT(columns); i++)
        add_words(words, &words->columns, columns[i].id, i);
    for (size_t lang = 0; lang < COUNT(languages); lang++) {
        for (size_t i = 0; i < COUNT(columns); i++)
            add_words(words, &words->columns, columns[i].words[lang], i);
        for (size_t day = 0; day < 7; day++)
            add_words(words, &words->columns, format_weekday(&words->arena, languages[lang], (int)day + 1),
                      SHEET_MONDAY + day);
        add_words(words, &words->answers, answers.yes[lang], 1);
        add_words(words, &words->answers, answers.no[lang], 0);
    }
}

bool sheet_words_open(struct sheet_words **out, struct err *err)
{
    CLEANUP(sheet_words_closep) struct sheet_words *words = calloc(1, sizeof(*words));
    if (!words)
        return err_set(err, ERR_IO, "out of memory");
    if (!fold_open(&words->fold, err))
        return false;
    add_columns(words);
    *out = words;
    words = NULL;
    return true;
}

void sheet_words_close(struct sheet_words *words)
{
    if (!words)
        return;
    fold_close(words->fold);
    arena_destroy(&words->arena);
    arena_destroy(&words->round);
    free(words);
}

void sheet_words_closep(struct sheet_words **words)
{
    sheet_words_close(*words);
}

enum sheet_column sheet_words_column(struct sheet_words *words, struct str name)
{
    size_t at;
    arena_reset(&words->round);
    const char *word = folded(words, &words->round, name);
    return word[0] && map_get(&words->columns, word, &at) ? (enum sheet_column)at : SHEET_COLUMN_COUNT;
}

bool sheet_words_answer(struct sheet_words *words, struct str cell, bool *yes)
{
    size_t at;
    arena_reset(&words->round);
    const char *word = folded(words, &words->round, cell);
    if (!word[0] || !map_get(&words->answers, word, &at))
        return false;
    *yes = at == 1;
    return true;
}
