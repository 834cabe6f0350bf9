//! Indonesian and Malay.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "Brig", "Dato", "En", "Jend", "Jl", "Jln", "Kapt", "Kg", "Kol", "Letjen", "Mayjen", "Ny", "Pn",
            "Sdr", "Tg", "Tn", "a.n", "bpk", "cv", "d.a", "dr", "dra", "drs", "gen", "gg", "h", "hal", "hj",
            "hlm", "ibu", "ir", "jl", "jln", "kab", "kapt", "kec", "kel", "kol", "let", "m.si", "no", "ny",
            "prof", "pt", "s.e", "s.h", "s.t", "sdr", "sdri", "st", "tel", "tgl", "tn", "u.p",
        ],
        final_before_starter: &[
            "a.m", "bhd", "cm", "co", "corp", "inc", "jr", "jt", "kg", "km", "ltd", "m.h", "m.m", "p.m",
            "ph.d", "rp", "sdn", "tbk",
        ],
        sentence_starters: &[
            "Ada", "Adapun", "Akan", "Akibatnya", "Anda", "Apa", "Atas", "Bagi", "Bahkan", "Banyak",
            "Beberapa", "Berdasarkan", "Bila", "Bukan", "Dalam", "Dan", "Dari", "Demikian", "Dengan", "Di",
            "Dia", "Dua", "Hal", "Hanya", "Hari", "Hingga", "Ia", "Ini", "Itu", "Jadi", "Jika", "Juga",
            "Kami", "Kamu", "Karena", "Ke", "Kemudian", "Ketika", "Kita", "Lalu", "Maka", "Menurut",
            "Mereka", "Meski", "Namun", "Oleh", "Pada", "Para", "Saat", "Saya", "Sebab", "Sebagai",
            "Sebelum", "Sedangkan", "Sejak", "Sejumlah", "Selain", "Selama", "Sementara", "Seorang",
            "Seperti", "Setelah", "Tak", "Tetapi", "Tidak", "Tiga", "Untuk", "Walaupun", "Yang",
        ],
        final_by_shape: &["dkk", "dll", "dsb", "dst"],
        ..AbbreviationLists::NONE
    }),
    cues: Cues {
        byline_openings: &[
            "ditulis oleh", "penulis", "oleh", "laporan", "reporter", "laporan wartawan",
        ],
        roles: &[
            "wartawan", "koresponden", "reporter", "jurnalis", "redaktur", "editor", "kontributor",
        ],
        newsrooms: &[
            "tim redaksi", "redaksi", "tim liputan",
            "ditulis oleh",
        ],
        byline_words: &[
            "oleh",
        ],
        byline_labels: &[
            "penulis", "oleh", "reporter", "wartawan",
        ],
        name_connectors: &[
            "dan", "bin",
        ],
        credit_openings: &[
            "editor:", "editor :", "reporter:", "reporter :", "penulis:", "pewarta:", "pewarta :",
            "penyunting:", "(reporter",
        ],
        notice_openings: &[
            "baca juga", "baca pula", "baca selengkapnya", "simak juga", "lihat juga", "sumber:", "sumber :",
            "copyright ©", "hak cipta", "artikel ini telah", "editor:", "tonton juga", "catatan redaksi",
            "ralat",
            "simak berita", "ikuti saluran", "penulis:", "pewarta:", "uploader:",
        ],
        caption_openings: &[
            "foto:", "ilustrasi:", "gambar:", "sumber foto", "keterangan foto", "foto ilustrasi",
            "foto dokumentasi",
            "dari kiri ke kanan", "dari kiri:",
        ],
        caption_credits: &[
            "foto", "dok.", "ilustrasi", "antara/", "gambar:", "istimewa",
        ],
        picture_labels: &[
            "foto", "gambar", "ilustrasi", "kredit",
        ],
        caption_endings: &["foto ilustrasi", "foto arsip"],
        caption_positions: &[
            "kiri", "kanan", "kedua dari kiri", "kedua dari kanan",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# komentar", "# menit baca", "# menit membaca", "# menit waktu baca", "# min baca",
            "advertisement", "advertorial", "arsip", "artikel berlanjut di bawah", "baca lagi", "baca lanjut",
            "baca selengkapnya", "bagikan", "bagikan artikel", "bagikan artikel ini", "baru saja", "beranda",
            "berikutnya", "berita sedang berkembang", "berlangganan", "buletin", "cari", "cetak",
            "cetak artikel", "daftar", "dengarkan", "dengarkan artikel", "dok. istimewa", "foto",
            "foto ilustrasi", "foto: istimewa", "galeri", "galeri foto", "hubungi kami", "iklan", "iklan #",
            "ikuti", "ikuti kami", "ilustrasi", "kebijakan privasi", "kembali ke atas", "khusus pelanggan",
            "kirim", "komentar", "kongsi", "kongsikan", "kontak", "konten bersponsor", "konten sponsor",
            "lainnya", "langganan", "lanjutkan membaca", "laporkan kesalahan", "lihat komentar",
            "lihat selengkapnya", "lihat semua foto", "link tersalin", "masuk", "menu", "muat lebih banyak",
            "newsletter", "pengaturan", "putar video", "redaksi", "salin link", "salin pautan",
            "salin tautan", "scroll untuk melanjutkan", "sebelumnya", "selanjutnya", "selengkapnya", "setuju",
            "share", "siaran langsung", "simpan", "tag", "tentang penulis", "terima", "terima semua",
            "teruskan membaca", "tolak", "tonton video", "topik", "tulis komentar", "video",
            "waktu baca # menit",
            "perbesar", "scroll to continue with content", "lihat foto",
            "baca di app", "baca di aplikasi",
            "# kali dilihat", "# kali dibaca",
        ],
        link_headings: &[
            "anda mungkin juga menyukai", "anda mungkin suka", "artikel berkaitan", "artikel lainnya",
            "artikel terkait", "baca juga", "baca pula", "berita berkaitan", "berita lain", "berita lainnya",
            "berita populer", "berita terbaru", "berita terkait", "direkomendasikan", "jangan lewatkan",
            "lihat juga", "mungkin anda suka", "paling banyak dibaca", "paling popular", "pilihan editor",
            "pilihan redaksi", "populer", "rekomendasi", "rekomendasi untuk anda", "rekomendasi untukmu",
            "simak juga", "terbanyak dibaca", "terbaru", "terkait", "terkini", "terpopuler", "tonton juga",
            "topik terkait", "tren",
            "pilihan untukmu",
        ],
        openings: &[
            "apa pendapat", "artikel ini telah", "artikel ini telah tayang", "baca juga", "baca lebih",
            "baca pula", "baca selengkapnya", "baca:", "bagikan artikel", "bagikan berita",
            "bergabung di grup", "berikan komentar", "berita ini masih", "berlangganan", "browser anda",
            "cek berita", "daftar sekarang", "dapatkan", "dengarkan", "dilarang keras", "diperbarui",
            "dipublikasikan", "diterbitkan", "download aplikasi", "editor :", "editor:", "gabung channel",
            "gabung di", "hubungi", "ikuti berita", "ikuti channel", "ikuti kami", "ikuti kami di",
            "ikuti saluran", "ikuti whatsapp", "info lebih lanjut", "informasi lebih lanjut",
            "jangan ketinggalan", "jangan lewatkan", "klik", "klik di sini", "kongsi", "konten ini",
            "langgan", "langganan", "lihat juga", "lihat:", "muat turun", "pembaruan terakhir", "podcast:",
            "punya informasi", "saksikan", "selengkapnya baca", "selengkapnya:", "sertai", "simak breaking",
            "simak juga", "simak video", "simak:", "sudah berlangganan", "sumber :", "sumber:", "tag:",
            "temukan berita", "temukan kesalahan", "terakhir diperbarui", "terbit:", "tonton juga",
            "tonton:", "topik:", "tulis komentar", "unduh", "untuk melanjutkan", "untuk membaca", "video:",
            "waktu baca", "simak berita", "gabung", "baca berita", "pilihan editor", "berita ini telah",
            "scroll to", "baca dalam #", "estimasi baca",
        ],
        notes: &[
            "artikel ini pertama", "artikel ini sebelumnya", "artikel ini telah diperbarui",
            "berita ini telah diperbarui", "catatan editor", "catatan redaksi", "catatan:",
            "dilarang mengambil", "hak cipta", "kami dan mitra", "kami menggunakan cookie", "klarifikasi:",
            "koreksi:", "nota editor", "pembetulan", "ralat", "situs ini menggunakan",
            "situs web ini menggunakan", "versi sebelumnya",
        ],
        phrases: &[
            "aplikasi kami", "aplikasi kompas", "baca juga", "buletin kami", "channel telegram kami",
            "channel whatsapp kami", "dapatkan update", "google news", "hak cipta dilindungi",
            "hak cipta terpelihara", "ikuti kami di", "kanal youtube kami", "kebijakan privasi",
            "khusus pelanggan", "klik di sini", "newsletter kami", "saluran whatsapp kami", "waktu baca",
            "whatsapp channel kami",
        ],
        rights: &[
            "dilarang keras mengambil", "dilarang mengutip", "dilarang menyalin",
            "hak cipta dilindungi", "hak cipta terpelihara",
        ],
        share_words: &[
            "bagikan", "cetak", "ikuti", "kirim", "komentar", "kongsi", "kongsikan", "link", "pautan",
            "salin", "share", "simpan", "tautan", "tweet",
        ],
        share_connectors: &[
            "artikel", "dengan", "di", "ini", "ke", "kepada", "lewat", "melalui", "pada", "teman", "via",
        ],
        clock_words: &[
            "agu", "ahad", "baca", "bulan", "des", "detik", "dikemaskini", "diperbarui", "dipublikasikan",
            "diterbitkan", "hari", "ini", "isnin", "jam", "jum'at", "jumaat", "jumat", "kamis", "kemarin",
            "khamis", "lalu", "mei", "membaca", "menit", "minggu", "okt", "pagi", "pekan", "petang", "pukul",
            "rabu", "sabtu", "selasa", "senin", "tahun", "tanggal", "terakhir", "waktu", "wib", "wit", "wita",
            "yang",
        ],
        follow_words: &[
            "bergabung", "gabung", "hubungi", "ikuti", "sertai", "subscribe",
        ],
        summary_headings: &[
            "ringkasan", "poin utama", "inti berita",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        months: &[
            "januari", "februari", "maret", "april", "mei", "juni", "juli", "agustus", "september",
            "oktober", "november", "desember", "jan", "feb", "apr", "jun", "jul", "agu", "sep", "okt", "nov",
            "ogos", "julai", "disember",
        ],
        agencies: &[
            "bernama", "antara", "kompas.com", "detikcom", "detiknews", "tempo.co", "liputan6.com",
            "tribunnews.com", "republika", "republika.co.id", "okezone", "sindonews", "suara.com",
            "kumparan", "jawapos", "mediaindonesia.com", "bisnis.com", "beritasatu", "inews", "rmol",
            "detik.com", "cnn indonesia", "cnbc indonesia",
        ],
        weekdays: &[
            "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "ahad", "isnin", "khamis",
            "jumaat",
        ],
        cities: &[
            "Ambon", "Balikpapan", "Banda Aceh", "Bandar Lampung", "Bandung", "Banjarmasin", "Bantul",
            "Banyuwangi", "Batam", "Bekasi", "Bengkulu", "Bogor", "Boyolali", "Cirebon", "Denpasar", "Depok",
            "Garut", "Gorontalo", "Jakarta", "Jambi", "Jayapura", "Jember", "Kediri", "Kendari", "Klaten",
            "Kupang", "Magelang", "Makassar", "Malang", "Manado", "Mataram", "Medan", "Padang", "Palembang",
            "Palu", "Pekanbaru", "Pontianak", "Samarinda", "Semarang", "Sleman", "Sukabumi", "Surabaya",
            "Tangerang", "Tanjungpinang", "Tasikmalaya", "Ternate", "Yogyakarta",
        ],
        paper_words: &["Berita", "Harian", "Kabar", "Media", "Radar", "Suara", "Tribun", "Warta"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
