package org.huisheng.kit.testing.planted.locations_are_paths;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Planted: says http where a proxy was asked by https. */
class Absolute {

    Response made(UriInfo uri) {
        return Response.created(uri.getAbsolutePath()).build();
    }
}
