package org.huisheng.kit.testing.planted.resources_begin_no_transaction;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Planted: a resource that is a use case too. */
@Path("/planted")
class Busy {

    @GET
    @Transactional
    public String get() {
        return "";
    }
}
