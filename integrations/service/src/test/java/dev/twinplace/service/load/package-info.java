/** Programs that measure the service under load. */
package dev.twinplace.service.load;
