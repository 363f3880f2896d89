package org.huisheng.kit.testing.planted.resource_methods_are_public;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Planted: an address nobody answers at. */
@Path("/planted")
class Silent {

    @GET
    String get() {
        return "";
    }
}
