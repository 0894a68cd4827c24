package hk.itf.applications.papers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The accepted kinds of file. The first bytes of a file determine its kind, and the ending of its name must agree. */
enum PaperKind {
    PDF("application/pdf", new int[] {'%', 'P', 'D', 'F', '-'}),
    PNG("image/png", new int[] {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}),
    JPG("image/jpeg", new int[] {0xFF, 0xD8, 0xFF}),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", new int[] {'P', 'K', 3, 4}),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", new int[] {'P', 'K', 3, 4});

    private final String mediaType;
    private final int[] magic;

    PaperKind(String mediaType, int[] magic) {
        this.mediaType = mediaType;
        this.magic = magic;
    }

    String mediaType() {
        return mediaType;
    }

    /** The kind of a file; empty when its name and its first bytes disagree or belong to no accepted kind. */
    static Optional<PaperKind> of(String name, byte[] content) {
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
        var kindName = ending.equals("JPEG") ? "JPG" : ending;
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(kindName) && kind.matchesStartOf(content))
                .findFirst();
    }

    private boolean matchesStartOf(byte[] content) {
        if (content.length < magic.length) {
            return false;
        }
        for (var i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
