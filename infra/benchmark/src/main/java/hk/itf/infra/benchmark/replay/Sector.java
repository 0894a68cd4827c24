package hk.itf.infra.benchmark.replay;

/** A sector of research and development, with its share of the fund's R&D projects in per cent. */
enum Sector {
    INFORMATION_TECHNOLOGY("Information technology", 31),
    ELECTRICAL_AND_ELECTRONICS("Electrical and electronics", 18),
    MANUFACTURING("Manufacturing technology", 18),
    BIOTECHNOLOGY("Biotechnology", 12),
    OTHER("Other sectors", 21);

    private final String title;
    private final int percent;

    Sector(String title, int percent) {
        this.title = title;
        this.percent = percent;
    }

    /** How the titles of its projects begin, because no question of the scheme asks for the sector. */
    String title() {
        return title;
    }

    int percent() {
        return percent;
    }
}
