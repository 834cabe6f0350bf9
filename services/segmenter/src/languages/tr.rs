//! Turkish.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SharedWords};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "a.g.e", "age", "alb", "apt", "av", "bkz", "blv", "bs", "bul", "c", "cad", "cilt", "der", "doç",
            "dr", "ecz", "ed", "gen", "gör", "haz", "hz", "kat", "krm", "m.s", "m.ö", "mah", "mim", "müh",
            "no", "op", "org", "prof", "s", "sk", "sn", "sok", "st", "tel", "tğm", "uzm", "vs", "yrd", "yy",
            "yzb", "çev", "örn", "öğr", "şb",
        ],
        final_before_starter: &[
            "a.ş", "aş", "cm", "co", "corp", "dk", "i.s", "i.ö", "inc", "jr", "kg", "km", "ltd", "san",
            "tic", "tl", "şti",
        ],
        final_by_shape: &[
            "ara", "ağu", "eki", "eyl", "kas", "mar", "may", "nis", "oca", "tem", "vb", "vd", "şub",
        ],
        sentence_starters: &[
            "Ama", "Ancak", "Artık", "Aslında", "Ayrıca", "Bana", "Bazı", "Ben", "Benim", "Bir", "Birçok",
            "Biz", "Bizim", "Bu", "Bugün", "Buna", "Bunlar", "Bunu", "Bunun", "Böyle", "Böylece", "Da",
            "Daha", "De", "Diğer", "Dolayısıyla", "Dün", "En", "Eğer", "Fakat", "Gerek", "Hala", "Hem",
            "Hemen", "Henüz", "Hep", "Her", "Hiç", "Kim", "Kimse", "Nasıl", "Ne", "Neden", "O", "Olarak",
            "On", "Ona", "Onlar", "Onu", "Onun", "Orada", "Oysa", "Pek", "Peki", "Sadece", "Sen", "Siz",
            "Son", "Sonra", "Sonunda", "Tek", "Tüm", "Var", "Ve", "Veya", "Ya", "Yani", "Yine", "Zaten",
            "Çünkü", "Üstelik", "Üç", "İki", "İlk", "İşte", "Şimdi", "Şu",
        ],
        ordinal_stops: true,
    }),
    words: SharedWords {
        final_units: &[
            "TL", "km", "kg",
        ],
        number_labels: &["No", "no"],
        ..SharedWords::NONE
    },
    cues: Cues {
        byline_openings: &[
            "haber", "haberi yazan", "yazan", "yazı", "muhabir", "röportaj", "hazırlayan",
        ],
        roles: &[
            "muhabir", "muhabiri", "gazeteci", "editör", "editörü", "yazar", "yazarı", "temsilcisi",
        ],
        newsrooms: &[
            "haber merkezi", "dış haberler", "dış haberler servisi", "spor servisi",
        ],
        author_phrases: &[
            "muhabiridir", "yazarıdır", "gazetecidir",
        ],
        byline_labels: &[
            "yazan", "muhabir", "haber", "yazar",
        ],
        name_connectors: &[
            "ve",
        ],
        credit_openings: &[
            "muhabir:", "editör:", "derleyen:", "çeviren:", "çeviri:", "hazırlayan:",
        ],
        notice_openings: &[
            "ayrıca okuyun", "tüm hakları saklıdır", "kaynak:", "kaynaklar:", "ilgili haberler", "bizi takip",
            "abone ol", "tüm haberler", "düzeltme:", "iletişim:", "etiketler:", "bunu da okuyun", "(aa)",
            "(dha)", "(iha)",
            "haber kaynağı", "anadolu ajansı web", "kaynak :", "editör:", "muhabir:", "bu haberi",
            "haberle ilgili", "bizi whatsapp",
        ],
        caption_openings: &[
            "fotoğraf:", "foto:", "görsel:", "arşiv fotoğrafı", "temsili fotoğraf",
            "fotoğraflar:",
            "soldan sağa",
        ],
        caption_credits: &[
            "fotoğraf", "foto:", "görsel", "/aa", "aa/",
            "arşiv",
        ],
        picture_labels: &[
            "fotoğraf", "fotoğraflar", "foto", "görsel", "görseller",
        ],
        picture_agencies: &[
            "depo photos", "depophotos",
        ],
        source_labels: &[
            "kaynak:",
        ],
        telling_verbs: &[
            "dedi", "dediler", "diyor", "diye", "dediği", "söyledi", "yazıyor", "yazıyordu", "anlattı",
            "şakalaştı",
        ],
        caption_endings: &["temsili fotoğraf", "arşiv fotoğrafı", "temsili görsel"],
        caption_positions: &[
            "solda", "sağda", "ortada", "soldan ikinci", "sağdan ikinci",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# dakika okuma", "# dakikada oku", "# dk", "# dk okuma", "# dk okuma süresi", "# yorum", "aa",
            "abone ol", "abonelik", "advertisement", "ana sayfa", "anasayfa", "anka", "ara", "arama", "arşiv",
            "arşiv fotoğrafı", "ayarlar", "ayrıntılar birazdan", "ayrıntılar geliyor", "az önce",
            "bağlantı kopyalandı", "bağlantıyı kopyala", "başa dön", "bizi takip edin", "bu haberi paylaş",
            "bülten", "canlı", "canlı yayın", "daha fazla", "daha fazla göster", "detaylar geliyor", "devamı",
            "devamı aşağıda", "devamını oku", "dha", "dinle", "e-bülten", "e-posta gönder", "etiketler",
            "foto galeri", "fotoğraflar", "galeri", "gelişmeler bekleniyor", "giriş yap",
            "gizlilik politikası", "gönder", "haber güncelleniyor", "haber merkezi", "haberi dinle",
            "haberi paylaş", "haberin devamı", "haberin devamı aşağıda", "hata bildir", "iha", "ilan",
            "iletişim", "izle", "içeriğe geç", "kabul ediyorum", "kabul et", "kaydet", "kayıt ol", "konular",
            "kullanım koşulları", "linki kopyala", "menü", "okuma süresi # dakika", "okuma süresi # dk",
            "paylaş", "reddet", "reklam", "reklamlar", "sadece aboneler için", "seslendir", "son dakika",
            "sonraki", "sponsorlu içerik", "takip et", "temsili", "temsili fotoğraf", "tümünü kabul et",
            "video", "videoyu izle", "yazar hakkında", "yazdır", "yorum yap", "yorum yaz", "yorumlar",
            "yorumları gör", "yukarı çık", "çerez politikası", "önceki", "üye ol",
            "yorumlar (#)",
            "haberi sesli dinle", "yorumunuzu yazın", "sesli dinle",
            "# görüntülenme", "# okunma",
        ],
        link_headings: &[
            "ayrıca okuyun", "benzer haberler", "bunlar da ilginizi çekebilir", "bunu da okuyun",
            "diğer haberler", "editörün seçtikleri", "en son haberler", "en yeniler", "en çok okunan",
            "en çok okunanlar", "gündem", "ilgili haber", "ilgili haberler", "ilgili konular",
            "ilginizi çekebilecek haberler", "ilginizi çekebilir", "kaçırmayın", "manşetler", "popüler",
            "popüler haberler", "sizin için önerilenler", "son dakika haberleri", "son haberler", "trend",
            "çok okunanlar", "öne çıkan haberler", "öne çıkanlar", "önerilen haberler", "önerilenler",
            "son dakika", "günün manşetleri", "sıradaki haber",
            "bunları da okuyun", "çok okunan haberler",
        ],
        openings: &[
            "abone ol", "abone olun", "ayrıca bakınız", "ayrıca okuyun", "ayrıntılar için", "bize ulaşın",
            "bize yazın", "bizi takip", "bu bir son dakika", "bu haber # yıl", "bu içerik", "bunu da okuyun",
            "buraya tıklayın", "bültenimize", "daha fazla bilgi", "daha fazla haber", "destek olun",
            "devam etmek için", "devamı için", "devamını oku", "dinle:", "e-bülten", "etiketler:", "foto:",
            "galeri:", "gelişmelerden", "giriş tarihi", "google news", "görüşlerinizi", "güncel haberler",
            "güncelleme", "güncellendi", "haber güncelleniyor", "haber ihbar", "haberdar ol", "haberdar olun",
            "haberin devamı", "hata mı", "indirin", "izle:", "izleyin:", "kaynak:", "kaynaklar:",
            "kayıt olun", "kaçırmayın", "konular:", "oku:", "okuma süresi", "okumaya devam", "okuyun:",
            "paylaş", "podcast:", "reklam:", "siz ne düşünüyorsunuz", "son dakika gelişmeleri",
            "son dakika haberleri", "son güncelleme", "son güncellenme", "takip edin", "takip et",
            "tarayıcınız", "tüm haberler", "tıkla", "tıklayın", "video:", "yayın tarihi", "yayınlandı",
            "yayınlanma", "yorum yapın", "zaten abone", "zaten üye", "üye ol", "üye olun",
            "haber devam", "reklamdan sonra", "haber kaynağı", "yorum yap", "bu haberi", "bu habere",
            "haberi paylaş", "ilgili haber", "ilginizi çekebilir", "haberleri için", "abonelik için",
            "anadolu ajansı web", "güncelleme:",
            "haberle ilgili", "yorumunuzu yazın", "bizi whatsapp", "bizi google", "bizi takip edin",
        ],
        notes: &[
            "açıklama:", "biz ve iş ortaklarımız", "bu haber güncellendi", "bu haber ilk",
            "bu haberin önceki", "bu sitede çerez", "bu web sitesi çerez", "bu yazı ilk", "burada yer alan",
            "düzeltme:", "editör notu", "editörün notu", "haber güncellenmiştir", "haberin önceki",
            "internet sitemizde", "kişisel verilerin", "sitemizde çerez", "tekzip", "tüm hakları saklıdır",
            "yasal uyarı", "yayın yönetmeninin notu", "çerez kullanıyoruz", "çerezler kullanıyoruz",
            "özür ve düzeltme",
        ],
        phrases: &[
            "bizi takip", "buraya tıklayın", "bültenimize", "e-bültenimize", "gizlilik politikası",
            "google haberler", "google news", "haber güncelleniyor", "için tıklayın", "mobil uygulama",
            "okuma süresi", "sadece abonelere", "son dakika haberidir", "takip edin", "telegram kanalı",
            "tüm hakları saklıdır", "uygulamamız", "uygulamamızı", "whatsapp kanalı", "whatsapp kanalımız",
            "youtube kanalı", "youtube kanalımız",
            "google news'te takip", "kanalımıza", "haber akış sistemi", "üzerinden abonelere",
        ],
        rights: &[
            "hakları saklıdır", "iktibas edilemez", "izin alınmadan", "izinsiz kullanılamaz",
            "kaynak gösterilmeden", "tüm hakları saklıdır",
            "her hakkı saklıdır", "izinsiz kopyalanamaz", "özetlenerek yayımlanmaktadır",
        ],
        share_words: &[
            "bağlantı", "beğen", "gönder", "kaydet", "kopyala", "paylaş", "paylaşım", "takip", "tweetle",
            "yazdır", "yorum", "yorumlar",
        ],
        share_connectors: &[
            "arkadaşına", "bağlantıyı", "bu", "da", "e-posta", "et", "facebook'ta", "haberi", "ile", "linki",
            "ta", "twitter'da", "whatsapp'ta", "x'te",
        ],
        clock_words: &[
            "ara", "ay", "ağu", "bugün", "cuma", "cumartesi", "dakika", "dk", "dün", "eki", "eyl", "giriş",
            "gün", "güncelleme", "güncellendi", "hafta", "haz", "kas", "mar", "may", "nis", "oca", "okuma",
            "pazar", "pazartesi", "perşembe", "saat", "salı", "saniye", "son", "süresi", "tarih", "tarihi",
            "tem", "tsi", "yayınlanma", "yıl", "çarşamba", "önce", "şub",
            "güncellenme", "oluşturulma",
        ],
        follow_words: &[
            "bize", "takip", "takip edin",
        ],
        summary_headings: &[
            "özet", "öne çıkanlar",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim",
            "kasım", "aralık",
        ],
        agencies: &["aa", "dha", "iha", "anka", "anadolu", "reuters", "afp"],
        weekdays: &["pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
