/** How a service is set up. */
package dev.twinplace.service.settings;
