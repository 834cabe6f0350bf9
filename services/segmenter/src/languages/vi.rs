//! Vietnamese.

use super::abbreviations::AbbreviationLists;
use super::furniture_words::FurnitureWords;
use super::profile::{Cues, DatelineWords, Profile, SentenceModel, SentenceRules};

#[rustfmt::skip] // Rows of words, not one word a line.
pub(super) const PROFILE: Profile = Profile {
    abbreviations: Some(AbbreviationLists {
        never_final: &[
            "BS", "GS", "KS", "NSND", "NSƯT", "P", "PGS", "Q", "TP", "TS", "TT", "TX", "ThS", "Tp", "bs",
            "gs", "ks", "p", "pgs", "q", "st", "ths", "tp", "ts", "tt", "tx", "vd", "ĐT", "đ", "đt",
        ],
        final_before_starter: &[
            "a.m", "co", "corp", "inc", "ltd", "p.m", "scn", "tcn", "v.v", "vv",
        ],
        sentence_starters: &[
            "Anh", "Bà", "Bởi", "Cho", "Chúng", "Chỉ", "Chị", "Các", "Cái", "Còn", "Có", "Cô", "Cũng",
            "Cả", "Của", "Do", "Em", "Hai", "Hôm", "Khi", "Không", "Là", "Lúc", "Mà", "Mỗi", "Một", "Nay",
            "Ngoài", "Ngày", "Người", "Như", "Nhưng", "Những", "Này", "Nên", "Nếu", "Phải", "Qua", "Rồi",
            "Sau", "Sẽ", "Số", "Theo", "Thì", "Thế", "Trong", "Trên", "Trước", "Tuy", "Tôi", "Tại", "Tất",
            "Từ", "Việc", "Và", "Vào", "Vì", "Về", "Với", "Xin", "Ông", "Đang", "Đây", "Đã", "Đó", "Đến",
            "Để", "Đối", "Ở",
        ],
        ..AbbreviationLists::NONE
    }),
    sentences: SentenceRules {
        model: SentenceModel::UniformText,
        ..SentenceRules::NONE
    },
    cues: Cues {
        byline_openings: &[
            "tác giả", "bài và ảnh", "bài", "theo phóng viên", "thực hiện", "người viết",
        ],
        roles: &[
            "phóng viên", "biên tập viên",
        ],
        newsrooms: &[
            "ban biên tập", "nhóm phóng viên",
        ],
        byline_words: &[
            "bởi", "bài",
        ],
        byline_labels: &[
            "tác giả", "bài", "bài và ảnh", "phóng viên",
        ],
        credit_openings: &[
            "biên tập:",
        ],
        notice_openings: &[
            "theo ttxvn", "theo vnexpress", "(theo", "xem thêm", "đọc thêm", "nguồn:", "theo nguồn", "tin liên quan", "mời bạn", "mời quý",
            "đính chính",
            "mời bạn đọc", "mời quý độc giả", "bình luận (",
        ],
        caption_openings: &[
            "ảnh:", "nguồn ảnh", "ảnh minh họa", "ảnh tư liệu", "hình:", "hình ảnh:",
            "từ trái qua", "từ trái sang",
        ],
        caption_credits: &[
            "ảnh", "hình:", "nguồn:",
        ],
        picture_labels: &[
            "ảnh", "hình", "nguồn ảnh", "hình ảnh",
        ],
        caption_endings: &["ảnh minh họa", "ảnh tư liệu"],
        caption_positions: &[
            "trái", "phải", "bìa trái", "bìa phải", "đứng giữa", "bên trái", "bên phải",
        ],
        ..Cues::NONE
    },
    furniture: FurnitureWords {
        lines: &[
            "# bình luận", "# phút đọc", "báo lỗi", "bình luận", "bản tin", "chia sẻ", "chia sẻ bài viết",
            "chính sách bảo mật", "chấp nhận", "chấp nhận tất cả", "chỉ dành cho thuê bao", "chủ đề",
            "copy link", "cài đặt", "gửi", "gửi bình luận", "gửi email", "in", "in bài", "in bài viết",
            "liên hệ", "lên đầu trang", "lưu", "lưu bài viết", "menu", "mới nhất", "nghe", "nghe bài viết",
            "nghe đọc bài", "nội dung tài trợ", "quảng cáo", "sao chép liên kết", "theo dõi",
            "theo dõi chúng tôi", "thư viện ảnh", "thẻ", "thời gian đọc # phút", "tin đang cập nhật", "tiếp",
            "tiếp tục cập nhật", "trang chủ", "trước", "trực tiếp", "ttxvn", "tài trợ", "tìm kiếm",
            "tòa soạn", "từ chối", "từ khóa", "video", "về tác giả", "về đầu trang", "vừa xong",
            "xem bình luận", "xem tiếp", "xem video", "ý kiến", "đang cập nhật", "đăng ký", "đăng ký ngay",
            "đăng nhập", "đọc tiếp", "đọc trong # phút", "đồng ý", "ảnh", "ảnh minh họa", "ảnh tư liệu",
            "ảnh: internet",
            "bình luận (#)", "trở lại",
            "# lượt xem",
        ],
        link_headings: &[
            "bài liên quan", "bài viết liên quan", "bạn có thể quan tâm", "chủ đề liên quan",
            "có thể bạn quan tâm", "có thể bạn thích", "cùng chuyên mục", "gợi ý", "liên quan", "nổi bật",
            "phổ biến", "tin cùng chuyên mục", "tin khác", "tin liên quan", "tin mới", "tin mới nhất",
            "tin nóng", "tin nổi bật", "tin tức liên quan", "xem nhiều", "xem nhiều nhất", "xem thêm",
            "được quan tâm", "đề xuất", "đọc nhiều", "đọc nhiều nhất", "đọc thêm", "đừng bỏ lỡ",
        ],
        openings: &[
            ">> xem", "bình luận của bạn", "bản tin", "bấm vào", "chia sẻ bài viết", "chia sẻ trên",
            "chủ đề:", "click", "cập nhật lúc", "cập nhật lần cuối", "cập nhật:", "gửi bài", "gửi tin",
            "gửi ý kiến", "liên hệ tòa soạn", "mời bạn đọc", "mời quý", "mời xem", "mời độc giả", "ngày đăng",
            "nhấn vào", "nhận bản tin", "nhận tin", "nhận tin tức", "phát hiện lỗi", "podcast:", "tags:",
            "tham gia kênh", "theo dõi báo", "theo dõi chúng tôi", "theo dõi fanpage", "theo dõi kênh",
            "theo nguồn", "thời gian đọc", "tiếp tục cập nhật", "trình duyệt", "tải app", "tải ứng dụng",
            "từ khóa:", "video:", "xem thêm", "xem:", "xuất bản", "ý kiến của bạn", "đăng ký ngay",
            "đăng ký nhận", "đăng lúc", "đăng ngày", "để tiếp tục", "để đọc", "đọc thêm", "đọc tiếp",
            "đừng bỏ lỡ",
            "mời quý độc giả", "bạn đọc có thể", "bình luận (", "tin liên quan",
        ],
        notes: &[
            "bài viết này đã", "bài viết đã được", "bản quyền thuộc", "chú thích của",
            "chúng tôi sử dụng cookie", "cải chính", "ghi chú của biên tập", "ghi rõ nguồn", "lưu ý:",
            "lời tòa soạn", "mọi bản quyền", "phiên bản trước", "trang web này sử dụng",
            "website này sử dụng", "đính chính", "đính chính:",
        ],
        phrases: &[
            "bản tin của chúng tôi", "bảo lưu mọi quyền", "bấm vào đây", "chính sách bảo mật", "google news",
            "nhấn vào đây", "theo dõi chúng tôi", "thời gian đọc", "tại đây để", "ứng dụng của chúng tôi",
        ],
        rights: &[
            "bản quyền thuộc", "bảo lưu mọi quyền", "giữ bản quyền", "không được sao chép",
            "nghiêm cấm sao chép",
        ],
        share_words: &[
            "bình", "chia", "chép", "gửi", "in", "kết", "liên", "luận", "lưu", "sao", "sẻ", "tweet", "zalo",
        ],
        share_connectors: &[
            "bài", "bè", "bạn", "cho", "link", "lên", "này", "qua", "trên", "viết", "với",
        ],
        clock_words: &[
            "ba", "bản", "bảy", "chiều", "chủ", "cuối", "cập", "giây", "giờ", "gmt+", "hai", "hôm", "lúc",
            "lần", "nay", "ngày", "nhật", "năm", "phút", "qua", "sáng", "sáu", "tháng", "thứ", "trước",
            "tuần", "tư", "tối", "xuất", "đăng",
        ],
        follow_words: &[
            "tham", "theo",
        ],
        ..FurnitureWords::NONE
    },
    datelines: DatelineWords {
        agencies: &["vna", "ttxvn", "vov"],
        ..DatelineWords::NONE
    },
    ..Profile::NONE
};
