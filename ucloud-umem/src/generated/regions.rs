// Written by `cargo xtask regenerate` from api-spec/regions.yaml. Edit that instead.

//! Regions and zones, as constants.

use crate::region::{Region, Zone};

/// Beijing, North China.
pub const CN_BJ1: &str = "cn-bj1";

/// Beijing zone A.
pub const CN_BJ1_01: &str = "cn-bj1-01";

/// Beijing 2, North China.
pub const CN_BJ2: &str = "cn-bj2";

/// Beijing 2 zone B.
pub const CN_BJ2_02: &str = "cn-bj2-02";

/// Beijing 2 zone C.
pub const CN_BJ2_03: &str = "cn-bj2-03";

/// Beijing 2 zone E.
pub const CN_BJ2_05: &str = "cn-bj2-05";

/// Ulanqab, North China.
pub const CN_WLCB: &str = "cn-wlcb";

/// Ulanqab zone A.
pub const CN_WLCB_01: &str = "cn-wlcb-01";

/// Ulanqab zone C.
pub const CN_WLCB_03: &str = "cn-wlcb-03";

/// Ulanqab 2, North China.
pub const CN_WLCB2: &str = "cn-wlcb2";

/// Ulanqab 2 zone A.
pub const CN_WLCB2_01: &str = "cn-wlcb2-01";

/// Shanghai 2, East China.
pub const CN_SH2: &str = "cn-sh2";

/// Shanghai 2 zone A.
pub const CN_SH2_01: &str = "cn-sh2-01";

/// Shanghai 2 zone B.
pub const CN_SH2_02: &str = "cn-sh2-02";

/// Shanghai 2 zone C.
pub const CN_SH2_03: &str = "cn-sh2-03";

/// Jiaxing, East China.
pub const CN_JX: &str = "cn-jx";

/// Jiaxing zone A.
pub const CN_JX_01: &str = "cn-jx-01";

/// Shanghai, East China (finance cloud).
pub const CN_SH: &str = "cn-sh";

/// Shanghai zone A.
pub const CN_SH_01: &str = "cn-sh-01";

/// Shanghai zone B.
pub const CN_SH_02: &str = "cn-sh-02";

/// Shanghai zone C.
pub const CN_SH_03: &str = "cn-sh-03";

/// Guangzhou 2, South China.
pub const CN_GD2: &str = "cn-gd2";

/// Guangzhou 2 zone A.
pub const CN_GD2_01: &str = "cn-gd2-01";

/// Guangzhou, South China.
pub const CN_GD: &str = "cn-gd";

/// Guangzhou zone B.
pub const CN_GD_02: &str = "cn-gd-02";

/// Guiyang, Southwest China.
pub const CN_GUIYANG1: &str = "cn-guiyang1";

/// Guiyang zone A.
pub const CN_GUIYANG1_01: &str = "cn-guiyang1-01";

/// Hong Kong.
pub const HK: &str = "hk";

/// Hong Kong zone B.
pub const HK_02: &str = "hk-02";

/// Hong Kong zone C.
pub const HK_03: &str = "hk-03";

/// Taipei, Taiwan.
pub const TW_TP: &str = "tw-tp";

/// Taipei zone A.
pub const TW_TP_01: &str = "tw-tp-01";

/// Singapore.
pub const SG: &str = "sg";

/// Singapore zone A.
pub const SG_01: &str = "sg-01";

/// Singapore zone B.
pub const SG_02: &str = "sg-02";

/// Tokyo, Japan.
pub const JPN_TKY: &str = "jpn-tky";

/// Tokyo zone A.
pub const JPN_TKY_01: &str = "jpn-tky-01";

/// Seoul, South Korea.
pub const KR_SEOUL: &str = "kr-seoul";

/// Seoul zone A.
pub const KR_SEOUL_01: &str = "kr-seoul-01";

/// Bangkok, Thailand.
pub const TH_BKK: &str = "th-bkk";

/// Bangkok zone B.
pub const TH_BKK_02: &str = "th-bkk-02";

/// Jakarta, Indonesia.
pub const IDN_JAKARTA: &str = "idn-jakarta";

/// Jakarta zone A.
pub const IDN_JAKARTA_01: &str = "idn-jakarta-01";

/// Ho Chi Minh City, Vietnam.
pub const VN_SNG: &str = "vn-sng";

/// Ho Chi Minh City zone A.
pub const VN_SNG_01: &str = "vn-sng-01";

/// Manila, Philippines.
pub const PH_MNL: &str = "ph-mnl";

/// Manila zone A.
pub const PH_MNL_01: &str = "ph-mnl-01";

/// Mumbai, India.
pub const IND_MUMBAI: &str = "ind-mumbai";

/// Mumbai zone A.
pub const IND_MUMBAI_01: &str = "ind-mumbai-01";

/// Karachi, Pakistan.
pub const PK_KHI: &str = "pk-khi";

/// Karachi zone A.
pub const PK_KHI_01: &str = "pk-khi-01";

/// Denver, USA.
pub const US_DEN: &str = "us-den";

/// Denver zone A.
pub const US_DEN_01: &str = "us-den-01";

/// Los Angeles, USA.
pub const US_CA: &str = "us-ca";

/// Los Angeles zone A.
pub const US_CA_01: &str = "us-ca-01";

/// Washington, USA.
pub const US_WS: &str = "us-ws";

/// Washington zone A.
pub const US_WS_01: &str = "us-ws-01";

/// São Paulo, Brazil.
pub const BRA_SAOPAULO: &str = "bra-saopaulo";

/// São Paulo zone A.
pub const BRA_SAOPAULO_01: &str = "bra-saopaulo-01";

/// Moscow, Russia.
pub const RUS_MOSC: &str = "rus-mosc";

/// Moscow zone A.
pub const RUS_MOSC_01: &str = "rus-mosc-01";

/// Moscow zone B.
pub const RUS_MOSC_02: &str = "rus-mosc-02";

/// Frankfurt, Germany.
pub const GE_FRA: &str = "ge-fra";

/// Frankfurt zone A.
pub const GE_FRA_01: &str = "ge-fra-01";

/// London, United Kingdom.
pub const UK_LONDON: &str = "uk-london";

/// London zone A.
pub const UK_LONDON_01: &str = "uk-london-01";

/// Dubai, United Arab Emirates.
pub const UAE_DUBAI: &str = "uae-dubai";

/// Dubai zone A.
pub const UAE_DUBAI_01: &str = "uae-dubai-01";

/// Lagos, Nigeria.
pub const AFR_NIGERIA: &str = "afr-nigeria";

/// Lagos zone A.
pub const AFR_NIGERIA_01: &str = "afr-nigeria-01";

/// Tashkent, Uzbekistan.
pub const UZ_TAS: &str = "uz-tas";

/// Tashkent zone A.
pub const UZ_TAS_01: &str = "uz-tas-01";

/// Almaty, Kazakhstan.
pub const KZ_ALA: &str = "kz-ala";

/// Almaty zone A.
pub const KZ_ALA_01: &str = "kz-ala-01";

/// Mexico City, Mexico.
pub const MX_MEX: &str = "mx-mex";

/// Mexico City zone A.
pub const MX_MEX_01: &str = "mx-mex-01";

/// Every region the vendor lists.
pub const ALL: &[Region] = &[
    Region {
        id: CN_BJ1,
        name: "Beijing, North China",
        zones: &[
            Zone {
                id: CN_BJ1_01,
                name: "Beijing zone A",
            },
        ],
    },
    Region {
        id: CN_BJ2,
        name: "Beijing 2, North China",
        zones: &[
            Zone {
                id: CN_BJ2_02,
                name: "Beijing 2 zone B",
            },
            Zone {
                id: CN_BJ2_03,
                name: "Beijing 2 zone C",
            },
            Zone {
                id: CN_BJ2_05,
                name: "Beijing 2 zone E",
            },
        ],
    },
    Region {
        id: CN_WLCB,
        name: "Ulanqab, North China",
        zones: &[
            Zone {
                id: CN_WLCB_01,
                name: "Ulanqab zone A",
            },
            Zone {
                id: CN_WLCB_03,
                name: "Ulanqab zone C",
            },
        ],
    },
    Region {
        id: CN_WLCB2,
        name: "Ulanqab 2, North China",
        zones: &[
            Zone {
                id: CN_WLCB2_01,
                name: "Ulanqab 2 zone A",
            },
        ],
    },
    Region {
        id: CN_SH2,
        name: "Shanghai 2, East China",
        zones: &[
            Zone {
                id: CN_SH2_01,
                name: "Shanghai 2 zone A",
            },
            Zone {
                id: CN_SH2_02,
                name: "Shanghai 2 zone B",
            },
            Zone {
                id: CN_SH2_03,
                name: "Shanghai 2 zone C",
            },
        ],
    },
    Region {
        id: CN_JX,
        name: "Jiaxing, East China",
        zones: &[
            Zone {
                id: CN_JX_01,
                name: "Jiaxing zone A",
            },
        ],
    },
    Region {
        id: CN_SH,
        name: "Shanghai, East China (finance cloud)",
        zones: &[
            Zone {
                id: CN_SH_01,
                name: "Shanghai zone A",
            },
            Zone {
                id: CN_SH_02,
                name: "Shanghai zone B",
            },
            Zone {
                id: CN_SH_03,
                name: "Shanghai zone C",
            },
        ],
    },
    Region {
        id: CN_GD2,
        name: "Guangzhou 2, South China",
        zones: &[
            Zone {
                id: CN_GD2_01,
                name: "Guangzhou 2 zone A",
            },
        ],
    },
    Region {
        id: CN_GD,
        name: "Guangzhou, South China",
        zones: &[
            Zone {
                id: CN_GD_02,
                name: "Guangzhou zone B",
            },
        ],
    },
    Region {
        id: CN_GUIYANG1,
        name: "Guiyang, Southwest China",
        zones: &[
            Zone {
                id: CN_GUIYANG1_01,
                name: "Guiyang zone A",
            },
        ],
    },
    Region {
        id: HK,
        name: "Hong Kong",
        zones: &[
            Zone {
                id: HK_02,
                name: "Hong Kong zone B",
            },
            Zone {
                id: HK_03,
                name: "Hong Kong zone C",
            },
        ],
    },
    Region {
        id: TW_TP,
        name: "Taipei, Taiwan",
        zones: &[
            Zone {
                id: TW_TP_01,
                name: "Taipei zone A",
            },
        ],
    },
    Region {
        id: SG,
        name: "Singapore",
        zones: &[
            Zone {
                id: SG_01,
                name: "Singapore zone A",
            },
            Zone {
                id: SG_02,
                name: "Singapore zone B",
            },
        ],
    },
    Region {
        id: JPN_TKY,
        name: "Tokyo, Japan",
        zones: &[
            Zone {
                id: JPN_TKY_01,
                name: "Tokyo zone A",
            },
        ],
    },
    Region {
        id: KR_SEOUL,
        name: "Seoul, South Korea",
        zones: &[
            Zone {
                id: KR_SEOUL_01,
                name: "Seoul zone A",
            },
        ],
    },
    Region {
        id: TH_BKK,
        name: "Bangkok, Thailand",
        zones: &[
            Zone {
                id: TH_BKK_02,
                name: "Bangkok zone B",
            },
        ],
    },
    Region {
        id: IDN_JAKARTA,
        name: "Jakarta, Indonesia",
        zones: &[
            Zone {
                id: IDN_JAKARTA_01,
                name: "Jakarta zone A",
            },
        ],
    },
    Region {
        id: VN_SNG,
        name: "Ho Chi Minh City, Vietnam",
        zones: &[
            Zone {
                id: VN_SNG_01,
                name: "Ho Chi Minh City zone A",
            },
        ],
    },
    Region {
        id: PH_MNL,
        name: "Manila, Philippines",
        zones: &[
            Zone {
                id: PH_MNL_01,
                name: "Manila zone A",
            },
        ],
    },
    Region {
        id: IND_MUMBAI,
        name: "Mumbai, India",
        zones: &[
            Zone {
                id: IND_MUMBAI_01,
                name: "Mumbai zone A",
            },
        ],
    },
    Region {
        id: PK_KHI,
        name: "Karachi, Pakistan",
        zones: &[
            Zone {
                id: PK_KHI_01,
                name: "Karachi zone A",
            },
        ],
    },
    Region {
        id: US_DEN,
        name: "Denver, USA",
        zones: &[
            Zone {
                id: US_DEN_01,
                name: "Denver zone A",
            },
        ],
    },
    Region {
        id: US_CA,
        name: "Los Angeles, USA",
        zones: &[
            Zone {
                id: US_CA_01,
                name: "Los Angeles zone A",
            },
        ],
    },
    Region {
        id: US_WS,
        name: "Washington, USA",
        zones: &[
            Zone {
                id: US_WS_01,
                name: "Washington zone A",
            },
        ],
    },
    Region {
        id: BRA_SAOPAULO,
        name: "São Paulo, Brazil",
        zones: &[
            Zone {
                id: BRA_SAOPAULO_01,
                name: "São Paulo zone A",
            },
        ],
    },
    Region {
        id: RUS_MOSC,
        name: "Moscow, Russia",
        zones: &[
            Zone {
                id: RUS_MOSC_01,
                name: "Moscow zone A",
            },
            Zone {
                id: RUS_MOSC_02,
                name: "Moscow zone B",
            },
        ],
    },
    Region {
        id: GE_FRA,
        name: "Frankfurt, Germany",
        zones: &[
            Zone {
                id: GE_FRA_01,
                name: "Frankfurt zone A",
            },
        ],
    },
    Region {
        id: UK_LONDON,
        name: "London, United Kingdom",
        zones: &[
            Zone {
                id: UK_LONDON_01,
                name: "London zone A",
            },
        ],
    },
    Region {
        id: UAE_DUBAI,
        name: "Dubai, United Arab Emirates",
        zones: &[
            Zone {
                id: UAE_DUBAI_01,
                name: "Dubai zone A",
            },
        ],
    },
    Region {
        id: AFR_NIGERIA,
        name: "Lagos, Nigeria",
        zones: &[
            Zone {
                id: AFR_NIGERIA_01,
                name: "Lagos zone A",
            },
        ],
    },
    Region {
        id: UZ_TAS,
        name: "Tashkent, Uzbekistan",
        zones: &[
            Zone {
                id: UZ_TAS_01,
                name: "Tashkent zone A",
            },
        ],
    },
    Region {
        id: KZ_ALA,
        name: "Almaty, Kazakhstan",
        zones: &[
            Zone {
                id: KZ_ALA_01,
                name: "Almaty zone A",
            },
        ],
    },
    Region {
        id: MX_MEX,
        name: "Mexico City, Mexico",
        zones: &[
            Zone {
                id: MX_MEX_01,
                name: "Mexico City zone A",
            },
        ],
    },
];
