package hk.itf.applications.badinput;

import static hk.itf.applications.badinput.Bodies.bytes;
import static hk.itf.applications.badinput.Bodies.pdf;

import hk.itf.infra.testkit.http.BadRequest;
import java.util.stream.Stream;

/** Uploads that are not papers of the application. */
final class PaperRows {

    private PaperRows() {}

    static Stream<BadRequest<Fixture>> all() {
        return Stream.concat(files(), ofClaims());
    }

    private static Stream<BadRequest<Fixture>> files() {
        return Stream.of(
                upload("an empty file", named("degree.pdf"), new byte[0], "invalid-paper"),
                upload("a file of another kind than its name", named("degree.png"), pdf(), "invalid-paper"),
                upload("a file of an unknown kind", named("degree.pdf"), bytes('M', 'Z', 0x90, 0), "invalid-paper"),
                upload(
                        "a file that begins with white space",
                        named("degree.pdf"),
                        bytes(' ', '%', 'P', 'D', 'F', '-'),
                        "invalid-paper"),
                upload("a name without an ending", named("degree"), pdf(), "invalid-paper"),
                upload("a name with another ending", named("degree.pdf.exe"), pdf(), "invalid-paper"),
                upload("a name with an escaped path", named("..%2F..%2Fetc%2Fpasswd.pdf"), pdf(), "invalid-paper"),
                upload("a name with a path", named("../../etc/passwd.pdf"), pdf(), "invalid-paper"),
                upload("a name with a Windows path", named("..%5Cdegree.pdf"), pdf(), "invalid-paper"),
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
                        "invalid-paper"));
    }

    private static Stream<BadRequest<Fixture>> ofClaims() {
        return Stream.of(
                BadRequest.of(
                        "an empty file for a claim",
                        fixture -> fixture.uploadToClaim("document=invoices&name=invoice.pdf", new byte[0]),
                        400,
                        "invalid-paper",
                        ""),
                BadRequest.of(
                        "a file for a claim without a name",
                        fixture -> fixture.uploadToClaim("document=invoices", pdf()),
                        400,
                        "invalid-request",
                        ""));
    }

    private static BadRequest<Fixture> upload(String name, String query, byte[] content, String problem) {
        return BadRequest.of(name, fixture -> fixture.upload(query, content), 400, problem, "");
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
