package org.huisheng.gateway.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import org.huisheng.kit.audit.AuditEndpoints;
import org.huisheng.kit.audit.FindEntries;
import org.huisheng.kit.audit.VerifyLog;

/** The log of this service: who changed what, and who was shown what about a person. */
@Path("/api/auth/v1/audit")
@RolesAllowed("ADMIN")
class AuditResource extends AuditEndpoints {

    AuditResource(FindEntries findEntries, VerifyLog verifyLog) {
        super(findEntries, verifyLog);
    }
}
