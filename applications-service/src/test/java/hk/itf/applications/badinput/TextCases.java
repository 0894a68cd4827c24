package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.bytes;
import static hk.itf.applications.badinput.Bodies.pdf;

import java.util.Map;
import java.util.stream.Stream;

/** Characters that must be stored nowhere, in every text a person can send; and files that are not papers. */
final class TextCases {

    /** As JSON escapes them. */
    private static final Map<String, String> CHARACTERS = Map.of(
            "U+0000", "\\u0000",
            "an escape character", "\\u001b",
            "a C1 control", "\\u0085",
            "a lone high surrogate", "\\ud800",
            "a lone low surrogate", "\\udc00",
            "a direction override", "\\u202e",
            "a direction isolate", "\\u2066");

    private TextCases() {}

    static Stream<BadInput> all() {
        return Stream.concat(CHARACTERS.entrySet().stream().flatMap(TextCases::everywhere), files());
    }

    private static Stream<BadInput> everywhere(Map.Entry<String, String> character) {
        var text = "\"Harbour" + character.getValue() + "Robotics\"";
        return Stream.of(
                BadInput.of(
                        character.getKey() + " in an organisation's name",
                        scene -> scene.organisationNamed(text),
                        400,
                        "invalid-request",
                        "/name"),
                BadInput.of(
                        character.getKey() + " in an answer",
                        scene -> scene.answer("duties", text),
                        400,
                        "invalid-answers",
                        "/answers/duties"),
                BadInput.of(
                        character.getKey() + " in a claim's report",
                        scene -> scene.claimChange("1", Bodies.hkd("1.00"), text),
                        400,
                        "invalid-claim",
                        "/report"),
                BadInput.of(
                        character.getKey() + " in the reason of a withdrawal",
                        scene -> scene.post("/applications/" + scene.draft() + "/withdrawal")
                                .with("If-Match", "\"0\"")
                                .body("{\"reason\":" + text + "}"),
                        400,
                        "invalid-request",
                        "/reason"),
                BadInput.of(
                        character.getKey() + " in the reason of an amendment",
                        scene -> scene.post("/applications/" + scene.grant() + "/amendments")
                                .body("{\"kind\":\"EARLY_END\",\"lastDay\":\"2026-11-22\",\"reason\":" + text + "}"),
                        400,
                        "invalid-request",
                        "/reason"));
    }

    private static Stream<BadInput> files() {
        return Stream.of(
                upload("an empty file", named("degree.pdf"), new byte[0], "invalid-paper"),
                upload("another file than its name says", named("degree.png"), pdf(), "invalid-paper"),
                upload("a file of no known kind", named("degree.pdf"), bytes('M', 'Z', 0x90, 0), "invalid-paper"),
                upload(
                        "a file that begins with white space",
                        named("degree.pdf"),
                        bytes(' ', '%', 'P', 'D', 'F', '-'),
                        "invalid-paper"),
                upload("a name without an ending", named("degree"), pdf(), "invalid-paper"),
                upload("a name with another ending", named("degree.pdf.exe"), pdf(), "invalid-paper"),
                upload("a name that climbs", named("..%2F..%2Fetc%2Fpasswd.pdf"), pdf(), "invalid-paper"),
                upload("a name that climbs, bare", named("../../etc/passwd.pdf"), pdf(), "invalid-paper"),
                upload("a name that climbs on Windows", named("..%5Cdegree.pdf"), pdf(), "invalid-paper"),
                upload("a name with U+0000", named("degree%00.pdf"), pdf(), "invalid-paper"),
                upload("a name with a line break", named("degree%0D%0A.pdf"), pdf(), "invalid-paper"),
                upload("a name with a direction override", named("degree%E2%80%AEfdp.pdf"), pdf(), "invalid-paper"),
                upload("a name that is not UTF-8", named("degree%FF.pdf"), pdf(), "invalid-paper"),
                upload("a name of 151 characters", named("x".repeat(147) + ".pdf"), pdf(), "invalid-paper"),
                upload("a blank name", named("%20"), pdf(), "invalid-request"),
                upload("no name", "document=degree-certificate", pdf(), "invalid-request"),
                upload("no document", "name=degree.pdf", pdf(), "invalid-request"),
                upload("an unknown document", "document=colour&name=degree.pdf", pdf(), "invalid-paper"),
                upload(
                        "a file of 10 MiB and one byte",
                        named("degree.pdf"),
                        large(10 * 1024 * 1024 + 1),
                        "invalid-paper"),
                BadInput.of(
                        "a file over 12 MiB",
                        scene -> scene.upload(named("degree.pdf"), large(12 * 1024 * 1024 + 1)),
                        413,
                        "too-large"),
                BadInput.of(
                        "a file in chunks",
                        scene -> scene.upload(named("degree.pdf"), pdf()).inChunks(),
                        411,
                        "length-required"));
    }

    private static BadInput upload(String name, String query, byte[] content, String problem) {
        return BadInput.of(name, scene -> scene.upload(query, content), 400, problem, "");
    }

    private static String named(String name) {
        return "document=degree-certificate&name=" + name;
    }

    private static byte[] large(int size) {
        var content = new byte[size];
        System.arraycopy(pdf(), 0, content, 0, pdf().length);
        return content;
    }
}
