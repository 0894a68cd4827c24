package hk.itf.assessment.badinput;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Bodies as text and bytes, well-formed; the cases spoil them. */
final class Bodies {

    private Bodies() {}

    static String hkd(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"HKD\"}";
    }

    static String decision(String awarded) {
        return "{\"outcome\":\"APPROVE\",\"awarded\":" + awarded + ",\"letter\":\"Yes.\"}";
    }

    static String conditions(String conditions) {
        return "{\"outcome\":\"APPROVE\",\"conditions\":" + conditions + ",\"letter\":\"Yes.\"}";
    }

    static String marks(String marks) {
        return "{\"marks\":" + marks + ",\"comment\":\"Solid.\"}";
    }

    static String mark(String mark) {
        return marks("{\"research-content\":7,\"talent-fit\":7,\"supervision\":" + mark + "}");
    }

    static String lines(String lines) {
        return "{\"lines\":" + lines + "}";
    }

    static String days(String days) {
        return "{\"question\":\"Why?\",\"answerWithinDays\":" + days + "}";
    }

    static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
