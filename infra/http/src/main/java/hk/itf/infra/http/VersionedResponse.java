package hk.itf.infra.http;

import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Responses that carry the version of the entity as an ETag. */
public final class VersionedResponse {

    private VersionedResponse() {}

    public static <T> RestResponse<T> ok(T view, int version) {
        return ResponseBuilder.ok(view)
                .header("ETag", EntityVersion.etag(version))
                .build();
    }

    public static <T> RestResponse<T> created(T view, int version, String path) {
        return ResponseBuilder.create(Status.CREATED, view)
                .location(URI.create(path))
                .header("ETag", EntityVersion.etag(version))
                .build();
    }
}
