package hk.itf.applications.badinput;

import java.nio.charset.StandardCharsets;

/** Well-formed parts of bodies. */
final class Bodies {

    private Bodies() {}

    static String hkd(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"HKD\"}";
    }

    static String claim(String tranche, String month, String paid, String report) {
        return "{\"tranche\":\"" + tranche + "\",\"lines\":[{\"month\":" + month + ",\"paid\":" + paid
                + "}],\"report\":" + report + "}";
    }

    static byte[] pdf() {
        return "%PDF-1.7 a degree".getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
